#pragma once

#include "bank/statement.hpp"

#include <span>
#include <string>
#include <string_view>

/// What stands in :86:, in the ways banks have to fill it.
namespace saldo::bank::mt940 {

/// What :61: says that explains :86:.
struct Beside {
    std::string_view customer_reference;
    std::string_view supplement; ///< the line after :61:
};

/// Lines of free text as one: a line of 65 characters runs on into the next, even within a word;
/// after a shorter one a blank stands for its end and its padding.
[[nodiscard]] std::string free_text(std::span<const std::string_view> lines);

/// Fills the movement with what the lines of its :86: say. `Communication::written` is all of them,
/// `Communication::text` what the other party says where the bank tells that apart, else all. False
/// if a structured reference has wrong check digits; it is then free text.
[[nodiscard]] bool read_details(std::span<const std::string_view> lines,
                                const Beside& beside,
                                Movement& movement,
                                Statement_file& file);

/// A reference of the other party: kind ogm for twelve digits or `123/4567/89012` alone, or one
/// such between marks anywhere, with right check digits; kind rf for a creditor reference alone;
/// else free. Twelve digits within a text stay text: Belgian account numbers have the same check.
void set_communication(std::string_view text, Movement& movement, Statement_file& file);

/// An end-to-end id, unless it says that there is none.
void set_end_to_end_id(std::string_view text, Movement& movement);

/// A code of four letters or digits, alone or as the end of `CD/SALA`.
[[nodiscard]] std::string_view iso_code(std::string_view text);

} // namespace saldo::bank::mt940
