#pragma once

#include "bank/csv/rows.hpp"
#include "base/result.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace saldo::arrears {

/// A cell of a table as UTF-8, without blanks at its ends.
struct Table_cell {
    std::string text;
    bank::csv::Cell::Kind kind = bank::csv::Cell::Kind::text;
};

struct Table_row {
    std::uint64_t line = 0; ///< 1-based, of the file or sheet
    std::vector<Table_cell> cells;
    bool is_malformed = false; ///< a quotation mark is left open
};

struct Table {
    std::vector<Table_row> rows; ///< not the empty ones
    bool is_1904 = false;        ///< a spreadsheet counts its days from 1904
};

/// The rows of a CSV file or a spreadsheet, cut so that `is_header` knows one of the first rows: of
/// a CSV file with the separator, of a spreadsheet on the sheet for which it does; else with the
/// first separator or sheet. Refuses what bank/xlsx/workbook.hpp does.
[[nodiscard]] Result<Table> read_table(std::string bytes,
                                       const std::function<bool(const Table_row&)>& is_header);

/// The place of the header among the first rows; nothing if there is none.
[[nodiscard]] std::optional<std::size_t>
header_of(const Table& table, const std::function<bool(const Table_row&)>& is_header);

} // namespace saldo::arrears
