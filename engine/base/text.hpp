#pragma once

#include <charconv>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>

namespace saldo::text {

[[nodiscard]] constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

[[nodiscard]] constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

/// True for one or more ASCII digits and nothing else.
[[nodiscard]] bool all_digits(std::string_view text);

/// Without blanks (U+0020) at the end, or at both ends.
[[nodiscard]] std::string_view trim_end(std::string_view text);
[[nodiscard]] std::string_view trim(std::string_view text);

/// The whole text as a decimal integer, or nothing: no sign `+`, no blanks, no overflow.
template <std::integral T> [[nodiscard]] std::optional<T> to_integer(std::string_view text) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty()) {
        return std::nullopt;
    }
    return value;
}

/// True if the bytes are well-formed UTF-8 (no overlong forms, no surrogates).
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// True for text that XML 1.0 allows: UTF-8 without control characters other than tab and line
/// ends.
[[nodiscard]] bool is_xml_text(std::string_view bytes);

/// Number of code points of well-formed UTF-8.
[[nodiscard]] std::size_t length_utf8(std::string_view text);

} // namespace saldo::text
