#pragma once

#include "bank/statement.hpp"

#include <span>

namespace saldo::bank::coda {

/// Writes statements as a CODA 2 file in UTF-8 with CRLF, one logical file each, from the tables
/// that read it. For test data and for a bank to play with: what a bank decides (sequence and
/// detail numbers, record count, totals, globalisation, next and link codes) is computed, not
/// taken from the statement; `closing` is computed where it is not given. Then
/// `read(write(x))` gives `x` again, with the numbers and lines a bank would give.
///
/// A communication is written as its `written` text says, or where that is empty as its kind, type
/// and text say; a movement with a mandate or creditor identifier and no `written` text becomes a
/// direct debit (type 127) with its text as communication. The counterparty's address is written
/// only as information of type 001.
///
/// Refuses bank.coda_does_not_fit (field, statement, movement): nothing is cut or rounded.
[[nodiscard]] Result<std::string> write(std::span<const Statement> statements);

} // namespace saldo::bank::coda
