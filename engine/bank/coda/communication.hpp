#pragma once

#include "bank/statement.hpp"

namespace saldo::bank::coda {

/// Reads a structured communication into the movement:
/// 100 a creditor reference (kind rf); 101, and 102 which the bank put together itself, an OGM;
/// 127 a direct debit, whose creditor, mandate and R-transaction fill the movement, kind ogm where
/// its own communication is exactly an OGM, bare or between marks. Other types, and those whose
/// check digits are wrong, stay as written (kind structured). False if a check was wrong.
[[nodiscard]] bool read_structured(std::string_view type,
                                   std::string_view content,
                                   Movement& movement,
                                   Statement_file& file);

/// Reads a free communication into the movement: kind ogm if it holds exactly one OGM between its
/// marks (`+++...+++` or `***...***`) with right check digits, else free. Twelve bare digits stay
/// free: one in 97 such numbers would pass for an OGM. Always true: a free text breaks no rule.
[[nodiscard]] bool read_free(std::string_view text, Movement& movement, Statement_file& file);

} // namespace saldo::bank::coda
