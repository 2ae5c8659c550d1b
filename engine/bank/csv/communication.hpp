#pragma once

#include "bank/csv/dialect.hpp"
#include "bank/statement.hpp"

#include <optional>
#include <string_view>

namespace saldo::bank::csv {

/// What a communication says: kind ogm for exactly one OGM between its marks, after `SCOR BBA`, or
/// as the whole text (`123/4567/89012`, and twelve digits where `bare_ogm` says they stand for
/// one); kind rf for a creditor reference as the whole text; else free. Check digits must be right.
/// The text must live as long as the file.
[[nodiscard]] Communication
read_communication(std::string_view text, bool bare_ogm, Statement_file& file);

/// The part of a text that a cut takes, without blanks at its ends; empty if there is none.
[[nodiscard]] std::string_view cut_out(const Cut& cut, std::string_view text);

} // namespace saldo::bank::csv
