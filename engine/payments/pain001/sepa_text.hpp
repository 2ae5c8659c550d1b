#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace saldo::payments::pain001 {

/// The characters every bank in SEPA takes: letters and digits without accents, `/-?:().,'+` and
/// the blank.
[[nodiscard]] constexpr bool is_sepa_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("/-?:().,'+ ").find(c) != std::string_view::npos;
}

[[nodiscard]] bool is_sepa_text(std::string_view text);

/// An id a bank sends back unchanged: 1-35 characters of the set, no blank at either end, no `/`
/// at either end, no `//`. Ids are never converted, only refused.
[[nodiscard]] bool is_sepa_id(std::string_view text);

/// A text in the SEPA set, and what was done to reach it.
struct Sepa_text {
    std::string text;              ///< blanks collapsed to one, none at either end
    bool changed = false;          ///< differs from the input
    std::vector<char32_t> unknown; ///< each character without a counterpart, once; became `.`
};

/// Converts UTF-8 after the EPC's best practice for Latin, Greek and Cyrillic letters and for
/// punctuation (EPC217-08): accents fall, `&` becomes `+`, `_` becomes `-`, the euro sign `E`. One
/// character can become two or three: check the length afterwards; nothing is ever cut. Bytes that
/// are not UTF-8 count as unknown characters.
[[nodiscard]] Sepa_text to_sepa(std::string_view utf8);

} // namespace saldo::payments::pain001
