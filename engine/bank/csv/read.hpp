#pragma once

#include "bank/csv/dialect.hpp"
#include "bank/statement.hpp"

namespace saldo::bank::csv {

/// True if one of the first rows names the columns of a known bank.
[[nodiscard]] bool is_csv(std::string_view bytes, const Dialects& dialects = built_in_dialects());

/// Reads the export of a bank: movements of one or more accounts, in the order they were booked in,
/// each from one row. An export is a list: it has a balance before and after only where its rows
/// have balances, and then these must follow on each other (bank.balance_mismatch). A row that
/// cannot be read is left out with an error; rows of what did not happen or is no movement are left
/// out with an info. Refuses bank.csv_header_unknown.
[[nodiscard]] Result<Statement_file> read(std::string bytes,
                                          const Dialects& dialects = built_in_dialects());

} // namespace saldo::bank::csv
