#pragma once

#include "bank/statement.hpp"

#include <string_view>

/// `/CODE/text/CODE/text`: SWIFT code words, as ING, Rabobank and ABN AMRO fill :86:.
namespace saldo::bank::mt940 {

/// True if the text starts with a code word that is known.
[[nodiscard]] bool has_code_words(std::string_view text);

/// Fills the movement, but not `Communication::written`. Only known words are words; all other
/// slashes are text. The text must live as long as the file. False if a structured reference has
/// wrong check digits.
[[nodiscard]] bool read_code_words(std::string_view text, Movement& movement, Statement_file& file);

} // namespace saldo::bank::mt940
