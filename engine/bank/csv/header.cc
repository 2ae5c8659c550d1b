#include "bank/csv/header.hpp"

#include "bank/codes.hpp"

#include <algorithm>

namespace saldo::bank::csv {

namespace {

const Column*
find_column(const Dialect& dialect, std::string_view language, std::string_view name) {
    const auto found = std::ranges::find_if(dialect.columns, [&](const Column& column) {
        return std::ranges::any_of(column.headings, [&](const Heading& heading) {
            return heading.language == language && heading.normal == name;
        });
    });
    return found == dialect.columns.end() ? nullptr : &*found;
}

std::optional<Layout>
match(const Dialect& dialect, const std::string& language, const std::vector<std::string>& names) {
    Layout layout;
    layout.dialect = &dialect;
    layout.language = language;
    for (const std::string& name : names) {
        const Column* column = find_column(dialect, language, name);
        if (column != nullptr && std::ranges::count(layout.columns, column) > 0) {
            column = nullptr;
        }
        layout.columns.push_back(column);
        layout.known += column != nullptr ? 1U : 0U;
        if (column == nullptr && !name.empty()) {
            layout.unknown.push_back(name);
        }
    }
    const bool is_whole = std::ranges::all_of(dialect.columns, [&](const Column& column) {
        return column.is_optional || column.heading(language) == nullptr ||
               std::ranges::count(layout.columns, &column) > 0;
    });
    return is_whole ? std::optional(std::move(layout)) : std::nullopt;
}

} // namespace

std::optional<std::size_t> Layout::find(Role role) const {
    const auto found = std::ranges::find_if(
        columns, [&](const Column* column) { return column != nullptr && column->role == role; });
    return found == columns.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

std::optional<Layout>
match_header(const Row& row, Text_maker& texts, const Dialects& dialects, const Dialect* syntax) {
    constexpr std::size_t columns_min = 3;
    if (row.width < columns_min || row.width > cells_max || row.is_malformed) {
        return std::nullopt;
    }
    std::vector<std::string> names;
    for (const Cell& cell : row.cells) {
        names.push_back(cell.text.size() <= header_bytes_max ? texts.normal(cell.text) : "");
    }
    std::optional<Layout> best;
    for (const Dialect& dialect : dialects) {
        const bool same_syntax = syntax == nullptr || (dialect.separator == syntax->separator &&
                                                       dialect.quotes == syntax->quotes);
        if (!same_syntax) {
            continue;
        }
        for (const std::string& language : dialect.languages) {
            auto layout = match(dialect, language, names);
            if (layout && (!best || layout->known > best->known)) {
                best = std::move(layout);
            }
        }
    }
    return best;
}

void report_unknown(const Layout& layout, std::uint64_t line, Report& report) {
    for (const std::string& heading : layout.unknown) {
        report.add(csv_column_unknown, Severity::warning, {"", line, ""}, {{"stated", heading}});
    }
}

} // namespace saldo::bank::csv
