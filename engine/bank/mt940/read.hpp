#pragma once

#include "bank/statement.hpp"

namespace saldo::bank::mt940 {

/// True if the file starts with a tag of MT940, after nothing but the lines of an envelope or bank
/// header.
[[nodiscard]] bool is_mt940(std::string_view bytes);

/// Reads all messages of an MT940 file, one statement each, and checks each, the chain from one to
/// the next of the same account and currency, and that none stands there twice. Pieces of a message
/// are read as far as they go. Refuses bank.mt940_unreadable where no account, balance or movement
/// can be read.
[[nodiscard]] Result<Statement_file> read(std::string bytes);

} // namespace saldo::bank::mt940
