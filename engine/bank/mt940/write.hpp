#pragma once

#include "bank/statement.hpp"

#include <span>

namespace saldo::bank::mt940 {

/// Writes statements as an MT940 file in UTF-8 with CRLF, one message each, its :86: in SWIFT code
/// words. For test data and for a bank to play with. `closing` is computed where it is not given; a
/// movement without a type becomes NMSC, one without a value date takes its booking date. A
/// communication is written as its `written` text says, or where that is empty as its text says.
///
/// What was written is read again before it is given: where a statement does not come back as it
/// was, it is refused (bank.mt940_does_not_fit: field, statement, movement), so nothing is cut or
/// rounded. MT940 has no place for holder, description, paper number, creation date, category
/// purpose, details, or that a statement is a duplicate or partial: these are left out.
[[nodiscard]] Result<std::string> write(std::span<const Statement> statements);

} // namespace saldo::bank::mt940
