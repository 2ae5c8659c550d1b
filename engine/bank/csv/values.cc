#include "bank/csv/values.hpp"

#include "bank/csv/text.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace saldo::bank::csv {

namespace {

constexpr std::size_t whole_digits_max = 12;
constexpr std::size_t decimals_max = 5;
constexpr std::size_t group = 3;

/// The digits before the decimal mark without the dots between thousands.
std::optional<std::string> without_groups(std::string_view text) {
    std::string digits;
    const bool has_groups = text.find('.') != std::string_view::npos;
    for (bool is_first = true;; is_first = false) {
        const std::size_t end = std::min(text.find('.'), text.size());
        const std::string_view part = text.substr(0, end);
        const bool fits = is_first ? part.size() <= group && !part.empty() : part.size() == group;
        if (!text::all_digits(part) || (has_groups && !fits)) {
            return std::nullopt;
        }
        digits += part;
        if (end == text.size()) {
            return digits;
        }
        text.remove_prefix(end + 1);
    }
}

std::optional<Amount> amount_of(std::string_view whole, std::string_view decimals) {
    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
    while (decimals.ends_with('0')) {
        decimals.remove_suffix(1);
    }
    if (whole.size() > whole_digits_max || decimals.size() > decimals_max) {
        return std::nullopt;
    }
    std::string digits = std::string(whole).append(decimals);
    digits.append(decimals_max - decimals.size(), '0');
    return Amount::units(text::to_integer<std::int64_t>(digits).value_or(0));
}

std::optional<Amount> to_unsigned_amount(std::string_view text) {
    const std::size_t comma = text.find(',');
    const auto dots = std::ranges::count(text, '.');
    const std::size_t mark = comma != std::string_view::npos ? comma
                             : dots == 1                     ? text.find('.')
                                                             : text.size();
    const std::string_view whole = text.substr(0, mark);
    const std::string_view decimals = text.substr(std::min(mark + 1, text.size()));
    const bool has_mark = mark < text.size();
    if (has_mark && !text::all_digits(decimals)) {
        return std::nullopt;
    }
    if (whole.empty()) {
        return has_mark ? amount_of({}, decimals) : std::nullopt;
    }
    const auto digits = without_groups(whole);
    return digits ? amount_of(*digits, decimals) : std::nullopt;
}

constexpr int year_min = 1900;
constexpr int year_max = 2999;

std::optional<Date> date_of(int year, int month, int day) {
    return year >= year_min && year <= year_max ? Date::of(year, month, day) : std::nullopt;
}

/// Days since the end of 1899 that a spreadsheet stores for a date; before March 1900 its count
/// has a day too many.
std::optional<Date> date_of_serial(std::string_view text, bool is_1904) {
    const std::string_view days = text.substr(0, std::min(text.find('.'), text.size()));
    const auto serial = days.size() <= 7 ? text::to_integer<std::int32_t>(days) : std::nullopt;
    constexpr std::int32_t serial_min = 61;
    if (!serial || *serial < serial_min) {
        return std::nullopt;
    }
    const Date origin = is_1904 ? *Date::of(1904, 1, 1) : *Date::of(1899, 12, 30);
    const std::int32_t last = Date::of(year_max, 12, 31)->days();
    if (*serial > last - origin.days()) {
        return std::nullopt;
    }
    return Date::from_days(origin.days() + *serial);
}

/// A decimal number as its significant digits and the power of ten of the first one.
struct Scientific {
    std::string digits;
    int exponent = 0;
};

std::optional<Scientific> to_scientific(std::string_view text) {
    constexpr std::size_t digits_max = 40;
    Scientific read;
    const std::size_t mark = text.find_first_of("eE");
    const std::string_view mantissa = text.substr(0, mark);
    if (mark != std::string_view::npos) {
        std::string_view power = text.substr(mark + 1);
        power.remove_prefix(power.starts_with('+') ? 1 : 0);
        const auto exponent = power.size() <= 4 ? text::to_integer<int>(power) : std::nullopt;
        if (!exponent) {
            return std::nullopt;
        }
        read.exponent = *exponent;
    }
    const std::size_t dot = std::min(mantissa.find('.'), mantissa.size());
    const std::string_view decimals = mantissa.substr(std::min(dot + 1, mantissa.size()));
    read.digits = std::string(mantissa.substr(0, dot)).append(decimals);
    if (!text::all_digits(read.digits) || read.digits.size() > digits_max) {
        return std::nullopt;
    }
    read.exponent += static_cast<int>(dot) - 1;
    const std::size_t zeros = std::min(read.digits.find_first_not_of('0'), read.digits.size());
    read.digits.erase(0, zeros);
    read.exponent -= static_cast<int>(zeros);
    return read;
}

/// Rounds half up to a number of digits.
void round_to(std::size_t count, Scientific& number) {
    if (number.digits.size() <= count) {
        return;
    }
    const bool up = number.digits[count] >= '5';
    number.digits.resize(count);
    std::size_t at = count;
    while (up && at > 0 && number.digits[at - 1] == '9') {
        number.digits[--at] = '0';
    }
    if (up && at > 0) {
        ++number.digits[at - 1];
    } else if (up) {
        number.digits.insert(0, 1, '1');
        ++number.exponent;
    }
}

} // namespace

std::optional<Amount> to_amount(std::string_view text) {
    text = trim(text);
    const bool is_signed = text.starts_with('-') || text.starts_with('+');
    const bool is_negative = text.starts_with('-');
    text.remove_prefix(is_signed ? 1 : 0);
    const auto amount = to_unsigned_amount(trim(text));
    return amount && is_negative ? -*amount : amount;
}

std::optional<Date> to_date(std::string_view text, std::string_view pattern) {
    if (text.size() != pattern.size()) {
        return std::nullopt;
    }
    int year = 0;
    int month = 0;
    int day = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        int* const part = pattern[i] == 'y'   ? &year
                          : pattern[i] == 'm' ? &month
                          : pattern[i] == 'd' ? &day
                                              : nullptr;
        if (part == nullptr ? text[i] != pattern[i] : !text::is_digit(text[i])) {
            return std::nullopt;
        }
        if (part != nullptr) {
            *part = *part * 10 + (text[i] - '0');
        }
    }
    const bool is_short = std::ranges::count(pattern, 'y') == 2;
    return date_of(is_short ? 2000 + year : year, month, day);
}

std::string format(Date date, std::string_view pattern) {
    std::string text(pattern);
    int year = date.year();
    int month = date.month();
    int day = date.day();
    for (std::size_t i = text.size(); i-- > 0;) {
        int* const part = text[i] == 'y'   ? &year
                          : text[i] == 'm' ? &month
                          : text[i] == 'd' ? &day
                                           : nullptr;
        if (part != nullptr) {
            text[i] = static_cast<char>('0' + *part % 10);
            *part /= 10;
        }
    }
    return text;
}

std::optional<Date> Values::date(const Cell& cell) const {
    const std::string_view text = trim(cell.text);
    if (cell.kind == Cell::Kind::number) {
        return date_of_serial(text, is_1904);
    }
    if (cell.kind == Cell::Kind::iso_date) {
        constexpr std::string_view iso = "yyyy-mm-dd";
        return to_date(text.substr(0, iso.size()), iso);
    }
    for (const std::string& pattern : dialect.dates) {
        if (const auto date = to_date(text, pattern)) {
            return date;
        }
    }
    return std::nullopt;
}

std::optional<std::string> plain_number(std::string_view text) {
    constexpr std::size_t significant_max = 15;
    constexpr int places_max = 20;
    const bool is_negative = text.starts_with('-');
    text.remove_prefix(is_negative ? 1 : 0);
    auto number = to_scientific(text);
    if (!number) {
        return std::nullopt;
    }
    round_to(significant_max, *number);
    while (number->digits.ends_with('0')) {
        number->digits.pop_back();
    }
    if (number->digits.empty()) {
        return "0";
    }
    if (number->exponent >= places_max || number->exponent < -places_max) {
        return std::nullopt;
    }
    const auto whole = static_cast<std::size_t>(std::max(number->exponent + 1, 0));
    std::string digits = number->exponent < 0
                             ? std::string(static_cast<std::size_t>(-number->exponent - 1), '0')
                                   .append(number->digits)
                             : number->digits;
    digits.append(digits.size() < whole ? whole - digits.size() : 0, '0');
    std::string plain = is_negative ? "-" : "";
    plain.append(whole == 0 ? "0" : digits.substr(0, whole));
    if (digits.size() > whole) {
        plain.append(".").append(digits, whole);
    }
    return plain;
}

} // namespace saldo::bank::csv
