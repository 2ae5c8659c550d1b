#pragma once

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

/// The tags of an MT940 message, as SWIFT numbers them (Category 9, Standards of 2014) and as banks
/// add to them. Only these begin a field; any other line that starts with a colon goes on with the
/// field before it.
namespace saldo::bank::mt940 {

/// Characters a line of :86: holds at most.
inline constexpr std::size_t line_length = 65;

enum class Tag : std::uint8_t {
    bank_header, ///< before a message, written as a tag by some banks
    reference,
    related_reference,
    account,
    number,
    opening,
    movement,
    information,
    closing,
    available,
    debit_sum,
    credit_sum,
    specific, ///< of one bank, about the movement or statement before it
    time,
    floor
};

/// Place of a tag in the order of a message; 0: it may stand anywhere.
struct Tag_row {
    std::string_view text;
    Tag tag;
    std::uint8_t rank;
    bool may_repeat = false;
    bool is_page = false; ///< M: the statement goes on in another message
};

inline constexpr std::array tag_rows{
    Tag_row{":940:", Tag::bank_header, 0, true},
    Tag_row{":20:", Tag::reference, 1},
    Tag_row{":21:", Tag::related_reference, 2},
    Tag_row{":25:", Tag::account, 3},
    Tag_row{":28C:", Tag::number, 4},
    Tag_row{":28:", Tag::number, 4},
    Tag_row{":60F:", Tag::opening, 5},
    Tag_row{":60M:", Tag::opening, 5, false, true},
    Tag_row{":61:", Tag::movement, 6, true},
    Tag_row{":86:", Tag::information, 0, true},
    Tag_row{":62F:", Tag::closing, 7},
    Tag_row{":62M:", Tag::closing, 7, false, true},
    Tag_row{":64:", Tag::available, 8, true},
    Tag_row{":65:", Tag::available, 8, true},
    Tag_row{":90D:", Tag::debit_sum, 0, true},
    Tag_row{":90C:", Tag::credit_sum, 0, true},
    Tag_row{":NS:", Tag::specific, 0, true},
    Tag_row{":13D:", Tag::time, 0, true},
    Tag_row{":34F:", Tag::floor, 0, true},
};

/// The tag a line starts with, or null.
[[nodiscard]] constexpr const Tag_row* tag_of(std::string_view line) {
    if (!line.starts_with(':')) {
        return nullptr;
    }
    const auto* found = std::ranges::find_if(
        tag_rows, [&](const Tag_row& row) { return line.starts_with(row.text); });
    return found == tag_rows.end() ? nullptr : found;
}

/// The name of a tag as the place of a finding: `60F`. Empty for none.
[[nodiscard]] inline std::string place_of(std::string_view tag) {
    return tag.size() < 2 ? std::string() : std::string(tag.substr(1, tag.size() - 2));
}

/// True for a line that ends a message: `-`, or `-}` where the SWIFT envelope is kept, which may
/// have its trailer on the same line.
[[nodiscard]] constexpr bool is_end(std::string_view line) {
    return line == "-" || line == "-}" || line.starts_with("-}{");
}

/// True for the lines of SWIFT blocks and of banks that may stand before a message:
/// `{1:F01...}{2:...}{4:`, `0000 01INGBNL2AXXXX00001`, `940 00`, `ABNANL2A`.
[[nodiscard]] constexpr bool may_precede(std::string_view line) {
    constexpr std::size_t length_max = 40;
    return line.starts_with('{') ||
           (line.size() <= length_max && std::ranges::all_of(line, [](char c) {
                return c == ' ' || text::is_digit(c) || text::is_upper(c);
            }));
}

static_assert(tag_of(":61:070904")->tag == Tag::movement && tag_of(":26:37 Fo") == nullptr);
static_assert(is_end("-") && !is_end("-XXX") && !is_end("--"));

} // namespace saldo::bank::mt940
