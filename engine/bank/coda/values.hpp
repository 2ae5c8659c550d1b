#pragma once

#include "bank/amount.hpp"
#include "bank/field.hpp"
#include "calendar/date.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

/// Characters of a field into values. A field is read whole or not at all.
namespace saldo::bank::coda {

namespace detail {

/// Characters as one number, the first in the lowest byte whatever the machine.
template <class Word> [[nodiscard]] Word load(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    if constexpr (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__) {
        word = static_cast<Word>(__builtin_bswap64(word) >> (64 - 8 * sizeof word));
    }
    return word;
}

[[nodiscard]] inline std::uint64_t load_eight(const char* at) {
    return load<std::uint64_t>(at);
}

/// The same with fewer than eight characters, which become the last of the word; the first are 0.
template <std::size_t size> [[nodiscard]] std::uint64_t load_some(const char* at) {
    static_assert(size > 0 && size < 8);
    constexpr std::uint64_t zeros = 0x3030303030303030U;
    std::uint64_t word = 0;
    if constexpr ((size & 1U) != 0) {
        word = load<std::uint8_t>(at + size - 1);
    }
    if constexpr ((size & 2U) != 0) {
        word = word << 16U | load<std::uint16_t>(at + (size & 4U));
    }
    if constexpr ((size & 4U) != 0) {
        word = word << 32U | load<std::uint32_t>(at);
    }
    return word << ((8 - size) * 8) | zeros >> (size * 8);
}

/// Not zero if one of the bytes that have all bits set in `which` is no digit.
[[nodiscard]] constexpr std::uint64_t not_digits(std::uint64_t eight,
                                                 std::uint64_t which = ~std::uint64_t{0}) {
    constexpr std::uint64_t high_halves = 0xF0F0F0F0F0F0F0F0U;
    constexpr std::uint64_t threes = 0x3030303030303030U;
    constexpr std::uint64_t sixes = 0x0606060606060606U;
    eight &= which;
    return ((eight & high_halves) ^ (threes & which)) |
           (((eight + (sixes & which)) & high_halves) ^ (threes & which));
}

/// The number eight digits write, by adding neighbours three times over.
[[nodiscard]] constexpr std::uint32_t number_of(std::uint64_t eight) {
    eight = (eight & 0x0F0F0F0F0F0F0F0FU) * 2561U >> 8U;
    eight = (eight & 0x00FF00FF00FF00FFU) * 6553601U >> 16U;
    return static_cast<std::uint32_t>((eight & 0x0000FFFF0000FFFFU) * 42949672960001U >> 32U);
}

} // namespace detail

/// The number up to eight digits write; nothing if there is anything else. With a size known at
/// compile time this has no loop.
[[nodiscard]] inline std::optional<std::uint64_t> to_short_number(std::string_view text) {
    std::uint64_t eight = 0;
    switch (text.size()) {
    case 8:
        eight = detail::load_eight(text.data());
        break;
    case 7:
        eight = detail::load_some<7>(text.data());
        break;
    case 6:
        eight = detail::load_some<6>(text.data());
        break;
    case 5:
        eight = detail::load_some<5>(text.data());
        break;
    case 4:
        eight = detail::load_some<4>(text.data());
        break;
    case 3:
        eight = detail::load_some<3>(text.data());
        break;
    case 2:
        eight = detail::load_some<2>(text.data());
        break;
    case 1:
        eight = detail::load_some<1>(text.data());
        break;
    default:
        return std::nullopt;
    }
    if (detail::not_digits(eight) != 0) {
        return std::nullopt;
    }
    return detail::number_of(eight);
}

/// Up to 18 digits and nothing else.
[[nodiscard]] inline std::optional<std::uint64_t> to_number(std::string_view text) {
    constexpr std::size_t digits_max = 18;
    constexpr std::uint64_t eight_digits = 100'000'000;
    if (text.size() > digits_max) {
        return std::nullopt;
    }
    std::uint64_t value = 0;
    for (; text.size() > 8; text.remove_prefix(8)) {
        const std::uint64_t eight = detail::load_eight(text.data());
        if (detail::not_digits(eight) != 0) {
            return std::nullopt;
        }
        value = value * eight_digits + detail::number_of(eight);
    }
    const auto last = to_short_number(text);
    constexpr std::array<std::uint64_t, 9> powers{
        1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, eight_digits};
    return last ? std::optional(value * powers[text.size()] + *last) : std::nullopt;
}

/// Digits with three decimals, without sign.
[[nodiscard]] inline std::optional<Amount> to_amount(std::string_view text) {
    constexpr std::int64_t units_per_thousandth = Amount::units_per_one / 1'000;
    const auto thousandths = text.size() <= 15 ? to_number(text) : std::nullopt;
    if (!thousandths) {
        return std::nullopt;
    }
    return Amount::units(static_cast<std::int64_t>(*thousandths) * units_per_thousandth);
}

/// The amount with its sign digit: 0 credit, 1 debit.
[[nodiscard]] inline std::optional<Amount> to_signed_amount(std::string_view sign,
                                                            std::string_view text) {
    const auto amount = to_amount(text);
    if (!amount || (sign != "0" && sign != "1")) {
        return std::nullopt;
    }
    const std::int64_t units = amount->units();
    return Amount::units(sign == "1" ? -units : units);
}

namespace detail {

inline constexpr std::uint64_t blanks = 0x2020202020202020U;

/// How many of eight characters are left when the blanks at the end go; `differing` has a bit set
/// in the bytes that are not blank.
[[nodiscard]] inline std::size_t length_up_to(std::uint64_t differing) {
    return differing == 0 ? 0 : 8 - static_cast<std::size_t>(__builtin_clzll(differing)) / 8;
}

/// True if all characters differ from those of `pattern` (eight times the same) only in `ignored`.
[[nodiscard]] inline bool
is_only(std::string_view text, std::uint64_t pattern, std::uint64_t ignored = 0) {
    if (text.size() < 8) {
        const auto same = static_cast<char>(pattern & ~ignored & 0xFFU);
        for (const char c : text) {
            if (static_cast<char>(c & ~static_cast<char>(ignored & 0xFFU)) != same) {
                return false;
            }
        }
        return true;
    }
    std::uint64_t differing = 0;
    for (std::size_t at = 0; at + 8 < text.size(); at += 8) {
        differing |= load_eight(text.data() + at) ^ pattern;
    }
    differing |= load_eight(text.data() + text.size() - 8) ^ pattern;
    return (differing & ~ignored) == 0;
}

} // namespace detail

/// True if there are only blanks.
[[nodiscard]] inline bool is_blank(std::string_view text) {
    return detail::is_only(text, detail::blanks);
}

/// Without the blanks at the end; most fields are mostly blanks, so eight at a time.
[[nodiscard]] inline std::string_view trim_end(std::string_view text) {
    std::size_t size = text.size();
    if (size >= 8) [[likely]] {
        for (; size >= 8; size -= 8) {
            const std::uint64_t differing =
                detail::load_eight(text.data() + size - 8) ^ detail::blanks;
            if (differing != 0) {
                return {text.data(), size - 8 + detail::length_up_to(differing)};
            }
        }
        // What follows the rest in its eight characters is blank.
        return {text.data(),
                detail::length_up_to(detail::load_eight(text.data()) ^ detail::blanks)};
    }
    while (size > 0 && text[size - 1] == ' ') {
        --size;
    }
    return {text.data(), size};
}

/// True if a field without content: blanks or zeros only.
[[nodiscard]] inline bool is_blank_or_zero(std::string_view text) {
    constexpr std::uint64_t zero_not_blank = 0x1010101010101010U;
    return detail::is_only(text, detail::blanks, zero_not_blank);
}

/// Kind of an R-transaction from the first byte of its field: ' ' if it is none, which is said by
/// `0` or blank. A character outside ASCII cannot be a kind either.
[[nodiscard]] constexpr char to_r_type(char first) {
    constexpr unsigned char ascii_end = 0x80;
    return first == '0' || static_cast<unsigned char>(first) >= ascii_end ? ' ' : first;
}

/// A date field. `000000` (or blank) says the date is unknown; a day the calendar lacks is wrong.
struct Date_value {
    std::optional<Date> date;
    bool is_wrong = false;
};

/// DDMMYY; years 80 to 99 are 1980 to 1999.
[[nodiscard]] Date_value to_date(std::string_view text);

/// The same, remembering dates: nearly all records of a file share a few.
class Date_memory {
public:
    [[nodiscard]] Date_value to_date(std::string_view text) {
        if (text.size() != width) [[unlikely]] {
            return coda::to_date(text);
        }
        const std::uint64_t written = detail::load_some<width>(text.data());
        const auto day = static_cast<std::size_t>((text[0] & 3) * 10 + (text[1] & 15));
        Entry& entry = entries_[day % entries_.size()];
        if (entry.written != written) [[unlikely]] {
            entry = {written, coda::to_date(text)};
        }
        return entry.value;
    }

private:
    static constexpr std::size_t width = 6;

    struct Entry {
        std::uint64_t written = 0; ///< the six characters; 0: none
        Date_value value;
    };

    std::array<Entry, 32> entries_; ///< by the day of the month
};

} // namespace saldo::bank::coda
