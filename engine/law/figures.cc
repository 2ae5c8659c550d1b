#include "law/figures.hpp"

#include "base/invariant.hpp"
#include "law/codes.hpp"
#include "law/figure_rows.hpp"
#include "law/figures_text.hpp"

#include <algorithm>

namespace saldo::law {

namespace {

bool comes_before(const Figure& a, const Figure& b) {
    return a.key != b.key ? a.key < b.key : a.in_force.from() < b.in_force.from();
}

/// Both days may be open ends.
bool overlap(const calendar::Date_range& a, const calendar::Date_range& b) {
    return (!a.until() || b.from() < *a.until()) && (!b.until() || a.from() < *b.until());
}

std::string period(const Figure& figure) {
    const auto last = figure.in_force.last();
    return calendar::format(figure.in_force.from()) + "/" + (last ? calendar::format(*last) : "");
}

/// What was published since, in the place of what was derived or remembered.
bool replaces(const Figure& added, const Figure& there) {
    return there.key == added.key && there.unit == added.unit && !is_unverified(added.status) &&
           is_unverified(there.status) && there.in_force.from() == added.in_force.from();
}

/// Puts the rows of a file among those there are.
class Merge {
public:
    explicit Merge(std::vector<Figure> rows, bool is_first)
        : rows_(std::move(rows)), is_first_(is_first) {}

    void take(const Figure_row& row) {
        const Figure& added = row.figure;
        bool known = is_first_;
        if (!is_first_) {
            known = std::erase_if(rows_,
                                  [&](const Figure& there) { return replaces(added, there); }) != 0;
        }
        for (Figure& there : rows_) {
            if (there.key != added.key) {
                continue;
            }
            known = true;
            if (there.unit != added.unit) {
                fault(figure_unit, row.line, {{"stated", added.unit}, {"known", there.unit}});
                return;
            }
            if (!there.in_force.until() && there.in_force.from() < added.in_force.from()) {
                there.in_force = *calendar::Date_range::through(
                    there.in_force.from(), added.in_force.from().plus_days(-1));
            } else if (overlap(there.in_force, added.in_force)) {
                fault(figures_overlap, row.line, {{"key", added.key}, {"known", period(there)}});
                return;
            }
        }
        if (!known) {
            fault(figure_unknown, row.line, {{"key", added.key}});
            return;
        }
        rows_.push_back(added);
    }

    Result<std::vector<Figure>> done() && {
        if (!faults_.empty()) {
            return refuse(Refusal(std::move(faults_)));
        }
        std::ranges::sort(rows_, comes_before);
        return std::move(rows_);
    }

private:
    void fault(Code code, std::uint64_t line, Params params) {
        faults_.push_back({code, Severity::error, {{}, line, {}}, std::move(params)});
    }

    std::vector<Figure> rows_;
    bool is_first_;
    Findings faults_;
};

Result<std::vector<Figure>> merged(std::vector<Figure> rows, std::string_view csv, bool is_first) {
    auto read = read_figure_rows(csv);
    if (!read) {
        return refuse(read.error());
    }
    std::ranges::stable_sort(*read, comes_before, &Figure_row::figure);
    Merge merge(std::move(rows), is_first);
    for (const Figure_row& row : *read) {
        merge.take(row);
    }
    return std::move(merge).done();
}

} // namespace

Figures Figures::shipped() {
    auto rows = merged({}, figures_text(), true);
    invariant(rows.has_value(), "the figures the program was built with are in order");
    Figures figures;
    figures.rows_ = *std::move(rows);
    return figures;
}

Result<Figures> Figures::with(std::string_view csv) const {
    return merged(rows_, csv, false).map([](std::vector<Figure> rows) {
        Figures figures;
        figures.rows_ = std::move(rows);
        return figures;
    });
}

std::span<const Figure> Figures::of(std::string_view key) const {
    return {std::ranges::lower_bound(rows_, key, {}, &Figure::key),
            std::ranges::upper_bound(rows_, key, {}, &Figure::key)};
}

const Figure* Figures::find(std::string_view key, Date on) const {
    for (const Figure& figure : of(key)) {
        if (figure.in_force.contains(on)) {
            return &figure;
        }
    }
    return nullptr;
}

std::string address_of(const Figure& figure) {
    const std::string begin = "\n" + figure.source + ",";
    const std::string_view sources = sources_text();
    const std::size_t at = sources.find(begin);
    if (at == std::string_view::npos) {
        return figure.source;
    }
    const std::size_t from = at + begin.size();
    return std::string(sources.substr(from, sources.find('\n', from) - from));
}

} // namespace saldo::law
