#pragma once

#include "bank/statement.hpp"
#include "base/result.hpp"

namespace saldo::bank::camt {

/// Larger files are refused: parsed they take several times their size.
inline constexpr std::size_t size_max = std::size_t{128} << 20U;

/// True for an XML document whose root is of camt.052, camt.053 or camt.054, in any version.
[[nodiscard]] bool is_camt(std::string_view bytes);

/// Reads all statements of a camt.053, or all reports and notifications of a camt.052 or camt.054,
/// which are lists: versions 02 to 14, in both the shape before and since the changes of 03 to 08.
/// Other versions are read with a warning. Checks each statement and, between statements of one
/// account, the chain.
///
/// Refuses bank.format_unknown, bank.file_too_large, bank.camt_not_utf8, bank.camt_doctype,
/// bank.camt_too_deep, bank.camt_not_well_formed and bank.camt_no_statement.
[[nodiscard]] Result<Statement_file> read(std::string bytes);

} // namespace saldo::bank::camt
