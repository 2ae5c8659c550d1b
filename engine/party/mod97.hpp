#pragma once

#include "base/text.hpp"
#include "party/short_text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What the numbers of this module have in common: how they are written and the remainder mod 97
/// that proves them. Not for other modules.
namespace saldo::party {

/// The remainder mod 97 of a number written in digits, with the letters A to Z read as 10 to 35
/// (ISO 7064, MOD 97-10). Pass the result as `before` to go on with the digits that follow.
[[nodiscard]] constexpr std::uint64_t remainder_97(std::string_view text,
                                                   std::uint64_t before = 0) {
    std::uint64_t remainder = before;
    for (const char c : text) {
        remainder = text::is_digit(c) ? remainder * 10 + static_cast<std::uint64_t>(c - '0')
                                      : remainder * 100 + static_cast<std::uint64_t>(c - 'A') + 10;
        remainder = remainder < (std::uint64_t{1} << 56U) ? remainder : remainder % 97;
    }
    return remainder % 97;
}

/// A check of 1 to 97 in two digits.
[[nodiscard]] inline std::string two_digits(std::uint64_t check) {
    return {static_cast<char>('0' + check / 10), static_cast<char>('0' + check % 10)};
}

/// The digits of a text written in a shape, where `0` stands for any digit and every other
/// character for itself: `00-0` reads `12-3` as `123`. Nothing if the text has another shape.
template <std::size_t capacity>
[[nodiscard]] constexpr std::optional<Short_text<capacity>> digits_in(std::string_view text,
                                                                      std::string_view shape) {
    if (text.size() != shape.size()) {
        return std::nullopt;
    }
    std::array<char, capacity> digits{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (shape[i] == '0' ? !text::is_digit(text[i]) : text[i] != shape[i]) {
            return std::nullopt;
        }
        if (shape[i] == '0') {
            invariant(count < capacity, "the digits of a shape fit");
            digits[count++] = text[i];
        }
    }
    return Short_text<capacity>(std::string_view(digits.data(), count));
}

/// The text without blanks (U+0020) and in upper case. Nothing if it holds anything besides blanks
/// and ASCII letters and digits, or is too long.
template <std::size_t capacity>
[[nodiscard]] constexpr std::optional<Short_text<capacity>> compacted(std::string_view text) {
    std::array<char, capacity> chars{};
    std::size_t count = 0;
    for (const char c : text) {
        if (c == ' ') {
            continue;
        }
        const bool lower = text::is_lower(c);
        if (count == capacity || !(lower || text::is_upper(c) || text::is_digit(c))) {
            return std::nullopt;
        }
        chars[count++] = lower ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return Short_text<capacity>(std::string_view(chars.data(), count));
}

/// In groups of four characters with a blank between.
[[nodiscard]] inline std::string in_fours(std::string_view text) {
    std::string grouped;
    grouped.reserve(text.size() + text.size() / 4);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        grouped.append(i == 0 ? "" : " ").append(text.substr(i, 4));
    }
    return grouped;
}

/// The two check digits that stand after the first two characters of an IBAN or creditor reference
/// (ISO 7064): 98 - ((rest, first two, 00) mod 97), so 02 to 98.
[[nodiscard]] inline std::string iso_check(std::string_view text) {
    const std::uint64_t rest = remainder_97(text.substr(4));
    return two_digits(98 - remainder_97("00", remainder_97(text.substr(0, 2), rest)));
}

} // namespace saldo::party
