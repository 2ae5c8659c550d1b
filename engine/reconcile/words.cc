#include "reconcile/words.hpp"

#include "base/text.hpp"

#include <array>
#include <cstdint>

namespace saldo::reconcile {

namespace {

constexpr std::uint32_t first_latin = 0xC0;
constexpr std::uint32_t first_mark = 0x300; ///< combining accents, to U+036F
constexpr std::uint32_t last_mark = 0x36F;

/// Letters of Latin-1 and Latin Extended-A without accents; the signs × and ÷ are none.
// clang-format off
constexpr std::array<std::string_view, 192> latin{
    "a", "a", "a", "a", "a", "a", "ae", "c", // U+00C0
    "e", "e", "e", "e", "i", "i", "i", "i", // U+00C8
    "d", "n", "o", "o", "o", "o", "o", "", // U+00D0
    "o", "u", "u", "u", "u", "y", "th", "ss", // U+00D8
    "a", "a", "a", "a", "a", "a", "ae", "c", // U+00E0
    "e", "e", "e", "e", "i", "i", "i", "i", // U+00E8
    "d", "n", "o", "o", "o", "o", "o", "", // U+00F0
    "o", "u", "u", "u", "u", "y", "th", "y", // U+00F8
    "a", "a", "a", "a", "a", "a", "c", "c", // U+0100
    "c", "c", "c", "c", "c", "c", "d", "d", // U+0108
    "d", "d", "e", "e", "e", "e", "e", "e", // U+0110
    "e", "e", "e", "e", "g", "g", "g", "g", // U+0118
    "g", "g", "g", "g", "h", "h", "h", "h", // U+0120
    "i", "i", "i", "i", "i", "i", "i", "i", // U+0128
    "i", "i", "ij", "ij", "j", "j", "k", "k", // U+0130
    "k", "l", "l", "l", "l", "l", "l", "l", // U+0138
    "l", "l", "l", "n", "n", "n", "n", "n", // U+0140
    "n", "n", "n", "n", "o", "o", "o", "o", // U+0148
    "o", "o", "oe", "oe", "r", "r", "r", "r", // U+0150
    "r", "r", "s", "s", "s", "s", "s", "s", // U+0158
    "s", "s", "t", "t", "t", "t", "t", "t", // U+0160
    "u", "u", "u", "u", "u", "u", "u", "u", // U+0168
    "u", "u", "u", "u", "w", "w", "y", "y", // U+0170
    "y", "z", "z", "z", "z", "z", "z", "s", // U+0178
};

// clang-format on

/// The code point at the front of well-formed UTF-8, which it takes off. A byte that is none stands
/// for itself.
std::uint32_t take_point(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text.front());
    std::size_t length = 1;
    std::uint32_t point = lead;
    if (lead >= 0xC0) {
        length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        point = lead & (0x7FU >> length);
    }
    length = length <= text.size() ? length : text.size();
    for (std::size_t i = 1; i < length; ++i) {
        point = (point << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    text.remove_prefix(length);
    return point;
}

/// True if the code point belongs to a word as it is written.
bool is_word(std::uint32_t point) {
    constexpr std::uint32_t first_punctuation = 0x2000;
    constexpr std::uint32_t last_punctuation = 0x2BFF;
    return point >= first_latin + latin.size() &&
           (point < first_punctuation || point > last_punctuation);
}

/// What stands for the code point in a folded text; nothing if it parts words.
std::string_view fold(std::uint32_t point, std::string_view written, std::string& ascii) {
    if (point < 0x80) {
        const char c = static_cast<char>(point);
        const bool is_upper = text::is_upper(c);
        const bool in_word = is_upper || text::is_lower(c) || text::is_digit(c);
        ascii.assign(in_word ? 1 : 0, is_upper ? static_cast<char>(c - 'A' + 'a') : c);
        return ascii;
    }
    if (point >= first_latin && point < first_latin + latin.size()) {
        return latin[point - first_latin];
    }
    return is_word(point) ? written : std::string_view();
}

std::string_view take_word(std::string_view& text) {
    const std::size_t end = text.find(' ');
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return word;
}

bool holds_word(std::string_view text, std::string_view word) {
    while (!text.empty()) {
        if (take_word(text) == word) {
            return true;
        }
    }
    return false;
}

} // namespace

std::string folded(std::string_view text) {
    std::string words;
    std::string ascii;
    bool parted = false;
    while (!text.empty()) {
        const std::string_view rest = text;
        const std::uint32_t point = take_point(text);
        if (point >= first_mark && point <= last_mark) {
            continue;
        }
        const std::string_view letters =
            fold(point, rest.substr(0, rest.size() - text.size()), ascii);
        if (letters.empty()) {
            parted = !words.empty();
            continue;
        }
        words += parted ? " " : "";
        words += letters;
        parted = false;
    }
    return words;
}

bool holds_words(std::string_view text, std::string_view words) {
    while (!words.empty()) {
        if (!holds_word(text, take_word(words))) {
            return false;
        }
    }
    return true;
}

} // namespace saldo::reconcile
