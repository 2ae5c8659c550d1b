#include "arrears/table.hpp"

#include "bank/csv/header.hpp"
#include "bank/csv/text.hpp"
#include "bank/lines.hpp"
#include "bank/xlsx/read.hpp"
#include "bank/xlsx/workbook.hpp"

#include <algorithm>
#include <array>

namespace saldo::arrears {

namespace {

namespace csv = bank::csv;

using Is_header = std::function<bool(const Table_row&)>;

void add_row(const csv::Row& row, csv::Text_maker& texts, Table& table) {
    if (!row.is_malformed && csv::is_blank(row)) {
        return;
    }
    Table_row made{.line = row.line, .cells = {}, .is_malformed = row.is_malformed};
    for (const csv::Cell& cell : row.cells) {
        made.cells.push_back({std::string(texts.make(cell.text)), cell.kind});
    }
    made.is_malformed = made.is_malformed || row.width > row.cells.size();
    table.rows.push_back(std::move(made));
}

Table cut(std::string_view text, char separator) {
    bank::Statement_file file;
    csv::Text_maker texts(csv::charset_of(text), false, file);
    csv::Row_reader rows(text, separator, csv::Quotes::all, file);
    Table table;
    while (const auto row = rows.next()) {
        add_row(*row, texts, table);
    }
    return table;
}

Table of_text(std::string_view bytes, const Is_header& is_header) {
    const std::string_view text = bank::without_mark(bytes);
    constexpr std::array separators{';', ',', '\t'};
    for (const char separator : separators) {
        if (Table table = cut(text, separator); header_of(table, is_header)) {
            return table;
        }
    }
    return cut(text, separators.front());
}

Result<Table> of_sheets(std::string_view bytes, const Is_header& is_header) {
    const auto workbook = bank::xlsx::Workbook::open(bytes);
    if (!workbook) {
        return refuse(workbook.error());
    }
    std::optional<Table> first;
    for (std::size_t i = 0; i < workbook->size(); ++i) {
        const auto sheet = workbook->sheet(i);
        if (!sheet) {
            return refuse(sheet.error());
        }
        bank::Statement_file file;
        csv::Text_maker texts(bank::Charset::utf8, false, file);
        Table table{.rows = {}, .is_1904 = workbook->is_1904()};
        for (std::size_t row = 0; row < sheet->size(); ++row) {
            add_row(sheet->row(row), texts, table);
        }
        if (header_of(table, is_header)) {
            return table;
        }
        first = first ? std::move(first) : std::optional(std::move(table));
    }
    return first ? *std::move(first) : Table{};
}

} // namespace

std::optional<std::size_t> header_of(const Table& table, const Is_header& is_header) {
    for (std::size_t i = 0; i < std::min(table.rows.size(), csv::header_rows_max); ++i) {
        if (is_header(table.rows[i])) {
            return i;
        }
    }
    return std::nullopt;
}

Result<Table> read_table(std::string bytes, const Is_header& is_header) {
    return bank::xlsx::is_xlsx(bytes) ? of_sheets(bytes, is_header)
                                      : Result<Table>(of_text(bytes, is_header));
}

} // namespace saldo::arrears
