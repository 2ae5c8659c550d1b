#pragma once

#include "bank/amount.hpp"
#include "bank/field.hpp"
#include "calendar/date.hpp"

#include <array>
#include <cstring>
#include <optional>
#include <string_view>

/// Characters of a field into values. A field is read whole or not at all.
namespace saldo::bank::coda {

namespace detail {

/// Eight characters as one number, the first in the lowest byte whatever the machine.
[[nodiscard]] inline std::uint64_t load_eight(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    if constexpr (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__) {
        word = __builtin_bswap64(word);
    }
    return word;
}

[[nodiscard]] constexpr bool are_digits(std::uint64_t eight) {
    constexpr std::uint64_t high_halves = 0xF0F0F0F0F0F0F0F0U;
    constexpr std::uint64_t threes = 0x3030303030303030U;
    return (eight & high_halves) == threes &&
           ((eight + 0x0606060606060606U) & high_halves) == threes;
}

/// The number eight digits write, by adding neighbours three times over.
[[nodiscard]] constexpr std::uint32_t number_of(std::uint64_t eight) {
    eight = (eight & 0x0F0F0F0F0F0F0F0FU) * 2561U >> 8U;
    eight = (eight & 0x00FF00FF00FF00FFU) * 6553601U >> 16U;
    return static_cast<std::uint32_t>((eight & 0x0000FFFF0000FFFFU) * 42949672960001U >> 32U);
}

} // namespace detail

/// Up to 18 digits and nothing else.
[[nodiscard]] inline std::optional<std::uint64_t> to_number(std::string_view text) {
    if (text.empty() || text.size() > 18) {
        return std::nullopt;
    }
    std::uint64_t value = 0;
    std::size_t at = 0;
    for (; text.size() - at >= 8; at += 8) {
        const std::uint64_t eight = detail::load_eight(text.data() + at);
        if (!detail::are_digits(eight)) {
            return std::nullopt;
        }
        value = value * 100'000'000 + detail::number_of(eight);
    }
    for (; at < text.size(); ++at) {
        const auto digit = static_cast<unsigned>(static_cast<unsigned char>(text[at])) - '0';
        if (digit > 9) {
            return std::nullopt;
        }
        value = value * 10 + digit;
    }
    return value;
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
    return sign == "1" ? -*amount : *amount;
}

/// True if there are only blanks.
[[nodiscard]] inline bool is_blank(std::string_view text) {
    constexpr std::uint64_t blanks = 0x2020202020202020U;
    std::size_t at = 0;
    for (; text.size() - at >= 8; at += 8) {
        if (detail::load_eight(text.data() + at) != blanks) {
            return false;
        }
    }
    for (; at < text.size(); ++at) {
        if (text[at] != ' ') {
            return false;
        }
    }
    return true;
}

/// Without the blanks at the end; most fields are mostly blanks, so eight at a time.
[[nodiscard]] inline std::string_view trim_end(std::string_view text) {
    std::size_t size = text.size();
    while (size >= 8 && is_blank({text.data() + size - 8, 8})) {
        size -= 8;
    }
    while (size > 0 && text[size - 1] == ' ') {
        --size;
    }
    return {text.data(), size};
}

/// True if a field without content: blanks or zeros only.
[[nodiscard]] inline bool is_blank_or_zero(std::string_view text) {
    return text.find_first_not_of(" 0") == std::string_view::npos;
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
    [[nodiscard]] Date_value to_date(std::string_view text);

private:
    struct Entry {
        std::array<char, 6> text{};
        Date_value value;
    };

    std::array<Entry, 32> entries_; ///< by the day of the month
};

} // namespace saldo::bank::coda
