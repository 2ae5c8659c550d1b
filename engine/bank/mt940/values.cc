#include "bank/mt940/values.hpp"

#include "base/text.hpp"
#include "party/bic.hpp"
#include "party/iban.hpp"

#include <algorithm>
#include <array>

namespace saldo::bank::mt940 {

namespace {

constexpr int years_pivot = 80;
constexpr std::size_t currency_length = 3;

/// Two digits.
int pair_at(std::string_view text, std::size_t at) {
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

Day day_of(int year, int month, int day) {
    if (const auto date = Date::of(year, month, day)) {
        return {date, false};
    }
    const bool is_beyond_end = month >= 1 && month <= 12 && day > 28 && day <= 31;
    if (!is_beyond_end) {
        return {};
    }
    return {Date::of(year, month, calendar::days_in_month(year, month)), true};
}

std::string_view take(std::string_view& text, std::size_t length) {
    const std::string_view taken = text.substr(0, length);
    text.remove_prefix(taken.size());
    return taken;
}

bool is_currency(std::string_view text) {
    return text.size() == currency_length && std::ranges::all_of(text, text::is_upper);
}

/// `C` credit, `D` debit.
std::optional<Amount> with_sign(char mark, std::optional<Amount> amount) {
    if (!amount || (mark != 'C' && mark != 'D')) {
        return std::nullopt;
    }
    return mark == 'D' ? -*amount : *amount;
}

bool is_amount_character(char c) {
    return text::is_digit(c) || c == ',';
}

bool is_type_character(char c) {
    return text::is_digit(c) || text::is_upper(c) || text::is_lower(c) || c == ' ';
}

/// One of N, F and S with three more characters, of which the last ones may be blank.
std::string_view take_type(std::string_view& text) {
    constexpr std::size_t length = 4;
    const std::string_view type = text.substr(0, length);
    const bool is_type = type.size() == length &&
                         std::string_view("NFS").find(type.front()) != std::string_view::npos &&
                         std::ranges::all_of(type, is_type_character);
    return is_type ? text::trim_end(take(text, length)) : std::string_view();
}

/// Mark and funds code: the letters before the amount. R and E come before a C or D, never after:
/// `CR` is a credit with the funds code of EUR.
bool take_mark(std::string_view& text, Entry& entry, char& mark) {
    const bool has_two =
        text.size() > 1 && (text[0] == 'R' || text[0] == 'E') && (text[1] == 'C' || text[1] == 'D');
    if (has_two) {
        entry.is_reversal = text[0] == 'R';
        entry.is_expected = text[0] == 'E';
        text.remove_prefix(1);
    }
    mark = text.empty() ? ' ' : text.front();
    text.remove_prefix(text.empty() ? 0 : 1);
    if (!text.empty() && text::is_upper(text.front())) {
        entry.funds_code = text.front();
        text.remove_prefix(1);
    }
    return mark == 'C' || mark == 'D';
}

/// Names of banks that have the form of a BIC.
constexpr std::array<std::string_view, 1> names_like_bics{"TRIODOSBANK"};

bool is_bic(std::string_view text) {
    return party::parse_bic(text).has_value() &&
           std::ranges::find(names_like_bics, text) == names_like_bics.end();
}

/// Takes the currency off the end of an account.
std::string_view take_currency(std::string_view& text) {
    constexpr std::string_view masked = "XXX";
    if (text.size() <= currency_length) {
        return {};
    }
    const std::size_t at = text.size() - currency_length;
    const std::string_view last = text.substr(at);
    const char before = text[at - 1];
    const bool is_apart = before == ' ' || before == '/';
    const bool is_glued = text::is_digit(before) && last != masked && !party::parse_iban(text);
    if (!is_currency(last) || !(is_apart || is_glued)) {
        return {};
    }
    text = text::trim_end(text.substr(0, at - (before == '/' ? 1 : 0)));
    return last;
}

} // namespace

std::optional<Day> to_day(std::string_view text) {
    constexpr std::size_t length = 6;
    if (text.size() != length || !text::all_digits(text)) {
        return std::nullopt;
    }
    const int year = pair_at(text, 0);
    return day_of(year + (year < years_pivot ? 2000 : 1900), pair_at(text, 2), pair_at(text, 4));
}

Day day_near(std::string_view text, Date other) {
    Day nearest;
    std::int32_t distance = 0;
    for (const int years : {0, -1, 1}) {
        const Day day = day_of(other.year() + years, pair_at(text, 0), pair_at(text, 2));
        if (!day.date) {
            continue;
        }
        const std::int32_t days = std::abs(calendar::days_between(other, *day.date));
        if (!nearest.date || days < distance) {
            nearest = day;
            distance = days;
        }
    }
    return nearest;
}

std::optional<Amount> to_amount(std::string_view text) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::string_view whole = text.substr(0, comma);
    std::string_view decimals = text.substr(std::min(comma + 1, text.size()));
    if (!text::all_digits(whole) || !(decimals.empty() || text::all_digits(decimals))) {
        return std::nullopt;
    }
    while (decimals.ends_with('0')) {
        decimals.remove_suffix(1);
    }
    const auto ones = text::to_integer<std::int64_t>(whole);
    std::int64_t scale = Amount::units_per_one;
    std::int64_t units = 0;
    if (!ones || __builtin_mul_overflow(*ones, scale, &units)) {
        return std::nullopt;
    }
    for (const char c : decimals) {
        scale /= 10;
        if (scale == 0 || __builtin_add_overflow(units, scale * (c - '0'), &units)) {
            return std::nullopt;
        }
    }
    return Amount::units(units);
}

std::optional<Balance> to_balance(std::string_view text) {
    text = text::trim_end(text);
    Balance balance;
    const std::string_view mark = take(text, 1);
    const auto day = to_day(take(text, 6));
    balance.currency = take(text, currency_length);
    const auto amount = with_sign(mark.empty() ? ' ' : mark.front(), to_amount(text));
    if (!day || !amount || !is_currency(balance.currency)) {
        return std::nullopt;
    }
    balance.day = *day;
    balance.amount = *amount;
    return balance;
}

std::optional<Number> to_number(std::string_view text) {
    text = text::trim(text);
    const std::size_t slash = std::min(text.find('/'), text.size());
    const auto number = text::to_integer<std::uint32_t>(text.substr(0, slash));
    const bool has_page = slash < text.size();
    const auto page = has_page ? text::to_integer<std::uint32_t>(text.substr(slash + 1))
                               : std::optional<std::uint32_t>(0);
    return number && page ? std::optional(Number{*number, *page}) : std::nullopt;
}

std::optional<Sum> to_sum(std::string_view text) {
    text = text::trim_end(text);
    const auto digits =
        static_cast<std::size_t>(std::ranges::find_if_not(text, text::is_digit) - text.begin());
    const auto count = text::to_integer<std::uint32_t>(take(text, digits));
    const std::string_view currency = take(text, currency_length);
    const auto amount = to_amount(text);
    if (!count || !is_currency(currency) || !amount) {
        return std::nullopt;
    }
    return Sum{*count, currency, *amount};
}

Account to_account(std::string_view text, Statement_file& file) {
    text = text::trim(text);
    Account account;
    account.currency = take_currency(text);
    const std::size_t slash = text.find('/');
    if (slash != std::string_view::npos && slash + 1 < text.size() &&
        is_bic(text.substr(0, slash))) {
        account.bic = text.substr(0, slash);
        text = text::trim(text.substr(slash + 1));
    }
    const auto iban = party::parse_iban(text);
    account.number = !iban || iban->text() == text ? text : file.keep(iban->text());
    return account;
}

std::optional<Entry> to_entry(std::string_view text) {
    Entry entry;
    const auto value_date = to_day(take(text, 6));
    constexpr std::size_t booked_length = 4;
    if (text.size() >= booked_length && text::all_digits(text.substr(0, booked_length))) {
        entry.booked = take(text, booked_length);
    }
    char mark = ' ';
    if (!value_date || !take_mark(text, entry, mark)) {
        return std::nullopt;
    }
    entry.value_date = *value_date;
    const auto length = static_cast<std::size_t>(
        std::ranges::find_if_not(text, is_amount_character) - text.begin());
    auto amount = with_sign(mark, to_amount(take(text, length)));
    if (!amount) {
        return std::nullopt;
    }
    // The reversal of a credit takes money out.
    entry.amount = entry.is_reversal ? -*amount : *amount;
    entry.type = take_type(text);
    const std::size_t border = std::min(text.find("//"), text.size());
    entry.customer_reference = text::trim(text.substr(0, border));
    entry.bank_reference = text::trim(text.substr(std::min(border + 2, text.size())));
    return entry;
}

bool is_no_reference(std::string_view text) {
    constexpr std::array<std::string_view, 10> words{
        "", "NONREF", "NOTPROVIDED", "EREF", "KREF", "KREF+", "EREF+", "PREF", "MARF", "NOREF"};
    return std::ranges::find(words, text) != words.end();
}

bool looks_like_account(std::string_view text) {
    const auto is_letter_or_digit = [](char c) { return text::is_digit(c) || text::is_upper(c); };
    constexpr std::size_t iban_shortest = 15;
    constexpr std::size_t iban_longest = 34;
    const bool like_iban = text.size() >= iban_shortest && text.size() <= iban_longest &&
                           text::is_upper(text[0]) && text::is_upper(text[1]) &&
                           text::is_digit(text[2]) && text::is_digit(text[3]) &&
                           std::ranges::all_of(text, is_letter_or_digit);
    const bool like_giro = text.size() == 10 && text[0] == 'P' && text::all_digits(text.substr(1));
    return like_iban || like_giro;
}

} // namespace saldo::bank::mt940
