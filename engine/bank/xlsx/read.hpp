#pragma once

#include "bank/csv/dialect.hpp"
#include "bank/statement.hpp"

namespace saldo::bank::xlsx {

/// True if the bytes are a ZIP archive with a workbook in it.
[[nodiscard]] bool is_xlsx(std::string_view bytes);

/// Reads the export of a bank that comes as a spreadsheet: the first sheet on which one of the
/// first rows names the columns of a known bank. The tables, the result and the findings are those
/// of `csv::read`; lines are rows of the sheet, and movements have no byte range. Dates may be date
/// cells or text, amounts numbers or text. Refuses bank.xlsx_unreadable, bank.xlsx_too_large and
/// bank.csv_header_unknown.
[[nodiscard]] Result<Statement_file> read(std::string_view bytes,
                                          const csv::Dialects& dialects = csv::built_in_dialects());

} // namespace saldo::bank::xlsx
