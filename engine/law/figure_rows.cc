#include "law/figure_rows.hpp"

#include "base/text.hpp"
#include "law/codes.hpp"
#include "money/money.hpp"
#include "money/rate.hpp"

#include <array>
#include <optional>

namespace saldo::law {

namespace {

constexpr std::string_view header = "key,from,through,value,unit,article,status,source";
constexpr std::size_t columns = 8;
constexpr std::uint64_t lines_max = 10'000;

std::string_view take_up_to(std::string_view& rest, char mark) {
    const std::size_t at = rest.find(mark);
    const std::string_view taken = rest.substr(0, at);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
    return taken;
}

std::optional<std::array<std::string, columns>> fields_of(std::string_view line) {
    std::array<std::string, columns> fields;
    std::size_t count = 1;
    for (const char c : line) {
        count += c == ',' ? 1 : 0;
    }
    if (count != columns) {
        return std::nullopt;
    }
    for (std::string& field : fields) {
        field = take_up_to(line, ',');
    }
    return fields;
}

/// Whether the value is what its unit says.
bool fits(std::string_view value, std::string_view unit) {
    if (unit.starts_with("EUR")) {
        return money::parse(value).has_value();
    }
    if (unit.starts_with("percent")) {
        return money::parse_percent(value).has_value();
    }
    if (unit == "factor") {
        return money::parse_rate(value).has_value();
    }
    if (unit == "date") {
        return calendar::parse(value).has_value();
    }
    if (unit == "MM-DD") {
        return calendar::parse("2001-" + std::string(value)).has_value();
    }
    if (unit.starts_with("ref:")) {
        return !value.empty();
    }
    return text::to_integer<std::int32_t>(value).value_or(-1) >= 0;
}

class Row_reader {
public:
    Result<std::vector<Figure_row>> read(std::string_view csv) {
        while (!csv.empty()) {
            std::string_view line = take_up_to(csv, '\n');
            line = line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
            ++line_;
            if (line_ > lines_max) {
                return refuse(
                    count_too_large,
                    {{"stated", std::to_string(line_)}, {"known", std::to_string(lines_max)}},
                    {{}, line_, {}});
            }
            if (line_ == 1 && line != header) {
                fault(figures_form, {{"expected", std::string(header)}});
            } else if (line_ > 1 && !line.empty()) {
                row(line);
            }
        }
        if (line_ == 0) {
            fault(figures_form, {{"expected", std::string(header)}});
        }
        return faults_.empty() ? Result<std::vector<Figure_row>>(std::move(rows_))
                               : refuse(Refusal(std::move(faults_)));
    }

private:
    void fault(Code code, Params params) {
        faults_.push_back({code, Severity::error, {{}, line_, {}}, std::move(params)});
    }

    void row(std::string_view line) {
        const auto fields = fields_of(line);
        if (!fields || !text::is_utf8(line)) {
            fault(figures_form, {{"expected", std::string(header)}});
            return;
        }
        const auto& [key, first, last, value, unit, article, status_word, source] = *fields;
        const auto from = calendar::parse(first);
        const auto through =
            last.empty()
                ? Result<std::optional<Date>>(std::optional<Date>())
                : calendar::parse(last).map([](Date date) { return std::optional<Date>(date); });
        const auto status = value_in(status_names, status_word);
        if (key.empty() || !from || !through || !status) {
            fault(figures_form, {{"expected", std::string(header)}});
            return;
        }
        const auto in_force = calendar::Date_range::through(*from, *through);
        if (!in_force || !fits(value, unit)) {
            fault(figure_value, {{"stated", in_force ? value : first + "/" + last},
                                 {"unit", in_force ? unit : "from/through"}});
            return;
        }
        if (article.empty() || source.empty()) {
            fault(figure_not_sourced, {{"key", key}});
            return;
        }
        rows_.push_back({{key, *in_force, value, unit, article, *status, source}, line_});
    }

    std::uint64_t line_ = 0;
    std::vector<Figure_row> rows_;
    Findings faults_;
};

} // namespace

Result<std::vector<Figure_row>> read_figure_rows(std::string_view csv) {
    return Row_reader().read(csv);
}

} // namespace saldo::law
