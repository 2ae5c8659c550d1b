#pragma once

#include "bank/csv/dialect.hpp"
#include "bank/statement.hpp"

#include <span>
#include <string>
#include <vector>

/// Writes exports after the same tables the reader reads them by.
namespace saldo::test {

/// Cells as a dialect has them: the header first.
using Table = std::vector<std::vector<std::string>>;

/// The movements of a statement as the rows of a dialect in one of its languages, in the order
/// given. Their balances start from the statement's opening balance, if it has one. What the
/// dialect has no column for is left out.
[[nodiscard]] Table rows_of(const bank::csv::Dialect& dialect,
                            std::string_view language,
                            const bank::Statement& statement,
                            std::string_view date_pattern);

/// The text of such rows, quoted as the dialect quotes.
[[nodiscard]] std::string
csv_text(const bank::csv::Dialect& dialect, const Table& table, std::string_view line_end = "\r\n");

/// `-1234,50`, without dots between thousands.
[[nodiscard]] std::string with_comma(bank::Amount amount);

/// True if a column of the dialect, in the language, has this role.
[[nodiscard]] bool
has(const bank::csv::Dialect& dialect, std::string_view language, bank::csv::Role role);

} // namespace saldo::test
