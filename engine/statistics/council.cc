#include "statistics/council.hpp"

#include "calendar/joined.hpp"
#include "dossier/names.hpp"

#include <algorithm>
#include <set>

namespace saldo::statistics {

namespace {

using dossier::Dossier;
using dossier::Mandate;
using dossier::Mandate_kind;

constexpr std::array council_forms{Mandate_kind::budget_management, Mandate_kind::budget_guidance,
                                   Mandate_kind::debt_mediation,
                                   Mandate_kind::collective_debt_settlement};

/// Shown though there is none of it.
constexpr std::array single_figures{
    Council_figure::evaluations, Council_figure::evaluations_overdue,
    Council_figure::runs,        Council_figure::payments,
    Council_figure::claims,      Council_figure::plans_adopted,
    Council_figure::plans_ended, Council_figure::plans_broken};

bool is_money(Council_figure figure) {
    return figure == Council_figure::payments || figure == Council_figure::claims;
}

/// The middle one, or half the sum of the two in the middle. Of at least one.
money::Rate median(const std::vector<std::pair<std::int64_t, std::string>>& sorted) {
    const std::size_t middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
               ? money::Rate::of(sorted[middle].first, 1)
               : money::Rate::of(sorted[middle - 1].first + sorted[middle].first, 2);
}

void put_dossier(Figure& figure, std::string_view dossier) {
    const auto place = std::ranges::lower_bound(figure.dossiers, dossier);
    if (place == figure.dossiers.end() || *place != dossier) {
        figure.dossiers.insert(place, std::string(dossier));
    }
}

} // namespace

Council_row& Council_counter::row_of(Council_figure figure, std::string_view of) {
    Council_row& row = rows_[{figure, std::string(of)}];
    row.figure = figure;
    row.of = of;
    return row;
}

void Council_counter::add(Council_figure figure,
                          std::string_view of,
                          std::string_view dossier,
                          std::optional<Money> amount) {
    Council_row& row = row_of(figure, of);
    ++row.counted.count;
    put_dossier(row.counted, dossier);
    if (amount) {
        row.amount = row.amount.value_or(Money::zero()) + *amount;
    }
}

void Council_counter::add_things(Council_figure figure,
                                 std::int64_t count,
                                 std::vector<std::string> dossiers) {
    Council_row& row = row_of(figure, {});
    row.counted.count += count;
    for (const std::string& dossier : dossiers) {
        put_dossier(row.counted, dossier);
    }
}

void Council_counter::add_ends(const Dossier& dossier, Mandate_kind kind, Date last) {
    for (auto mandate = dossier.mandates.rbegin(); mandate != dossier.mandates.rend(); ++mandate) {
        if (mandate->kind == kind && mandate->ended && mandate->ended->date == last) {
            add(Council_figure::end_reason, name(mandate->ended->reason), dossier.number);
            return;
        }
    }
    const bool is_closed = dossier.closing && dossier.closed && *dossier.closed == last;
    add(Council_figure::end_reason, is_closed ? name(dossier.closing->reason) : not_stated,
        dossier.number);
}

void Council_counter::add_help(const Dossier& dossier) {
    for (const Mandate_kind kind : council_forms) {
        const dossier::Help_periods periods = dossier::help_periods(dossier, kind);
        const auto presence = presence_in(periods, quarter_);
        if (!presence) {
            continue;
        }
        const std::string_view form = name(kind);
        add(Council_figure::helped, form, dossier.number);
        if (!presence->at_start) {
            add(Council_figure::started, form, dossier.number);
        }
        if (!presence->at_end) {
            add(Council_figure::ended, form, dossier.number);
        }
        for (const calendar::Date_range& period : periods) {
            if (const auto last = period.last(); last && is_in_quarter(*last)) {
                add_ends(dossier, kind, *last);
            }
        }
    }
    const auto management = dossier::help_periods(dossier, Mandate_kind::budget_management);
    const auto* running = calendar::range_on(management, quarter_.through);
    if (running != nullptr) {
        management_days_.emplace_back(days_between(running->from(), quarter_.through) + 1,
                                      dossier.number);
    }
}

void Council_counter::add_plans(const Dossier& dossier) {
    for (const dossier::Adopted_plan& plan : dossier.plans) {
        if (is_in_quarter(plan.adopted)) {
            add(Council_figure::plans_adopted, {}, dossier.number);
        }
        if (plan.ended && is_in_quarter(plan.ended->date)) {
            add(Council_figure::plans_ended, {}, dossier.number);
        }
    }
}

void Council_counter::add(const Dossier& dossier) {
    add_help(dossier);
    add_plans(dossier);
    if (!dossier.course) {
        return;
    }
    for (const dossier::Evaluation& evaluation : dossier.course->evaluations) {
        if (is_in_quarter(evaluation.date)) {
            add(Council_figure::evaluations, {}, dossier.number);
        }
    }
}

void Council_counter::put_times(std::vector<Council_row>& rows) const {
    if (management_days_.empty()) {
        return;
    }
    auto sorted = management_days_;
    std::ranges::sort(sorted);
    Council_row all{.figure = Council_figure::management_median};
    Council_row longest{.figure = Council_figure::management_longest};
    all.days = median(sorted);
    longest.days = money::Rate::of(sorted.back().first, 1);
    for (const auto& [days, dossier] : sorted) {
        ++all.counted.count;
        put_dossier(all.counted, dossier);
        if (days == sorted.back().first) {
            ++longest.counted.count;
            put_dossier(longest.counted, dossier);
        }
    }
    rows.push_back(std::move(all));
    rows.push_back(std::move(longest));
}

std::vector<Council_row> Council_counter::result() const {
    std::vector<Council_row> rows;
    std::set<Council_figure> known;
    for (const auto& [key, row] : rows_) {
        rows.push_back(row);
        known.insert(row.figure);
    }
    put_times(rows);
    for (const Council_figure figure : single_figures) {
        if (!known.contains(figure)) {
            rows.push_back({.figure = figure});
        }
    }
    for (Council_row& row : rows) {
        if (is_money(row.figure) && !row.amount) {
            row.amount = Money::zero();
        }
    }
    std::ranges::stable_sort(rows, {}, &Council_row::figure);
    return rows;
}

} // namespace saldo::statistics
