#include "bank/camt/values.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace saldo::bank::camt {

namespace {

constexpr std::size_t decimals_max = 5;

bool are_digits(std::string_view text) {
    return std::ranges::all_of(text, text::is_digit);
}

/// Goes on with a number by these digits; false if it gets too large.
bool append(std::string_view digits, std::int64_t& number) {
    return std::ranges::all_of(digits, [&](char digit) {
        return !__builtin_mul_overflow(number, 10, &number) &&
               !__builtin_add_overflow(number, digit - '0', &number);
    });
}

} // namespace

std::string_view trim(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::optional<Amount> to_amount(std::string_view text) {
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view decimals = text.substr(std::min(point + 1, text.size()));
    if ((whole.empty() && decimals.empty()) || decimals.size() > decimals_max ||
        !are_digits(whole) || !are_digits(decimals)) {
        return std::nullopt;
    }
    constexpr std::string_view zeros = "00000";
    std::int64_t units = 0;
    if (!append(whole, units) || !append(decimals, units) ||
        !append(zeros.substr(decimals.size()), units)) {
        return std::nullopt;
    }
    return Amount::units(units);
}

std::optional<Amount> with_sign(Amount amount, std::string_view indicator) {
    if (indicator == "CRDT") {
        return amount;
    }
    return indicator == "DBIT" ? std::optional(-amount) : std::nullopt;
}

std::optional<Date> to_date(std::string_view text) {
    constexpr std::size_t length = 10;
    const std::string_view rest = text.substr(std::min(length, text.size()));
    const bool goes_on_well =
        rest.empty() || std::string_view("TZ+-").find(rest.front()) != std::string_view::npos;
    if (!goes_on_well || !std::ranges::all_of(rest, [](char c) {
            return text::is_digit(c) ||
                   std::string_view("TZ:.+-").find(c) != std::string_view::npos;
        })) {
        return std::nullopt;
    }
    const auto date = calendar::parse(text.substr(0, length));
    return date ? std::optional(*date) : std::nullopt;
}

bool is_true(std::string_view text) {
    return text == "true" || text == "1";
}

} // namespace saldo::bank::camt
