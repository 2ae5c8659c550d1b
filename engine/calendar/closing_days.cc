#include "calendar/closing_days.hpp"

#include "base/invariant.hpp"

#include <algorithm>
#include <array>

namespace saldo::calendar {

namespace {

struct Month_day {
    int month;
    int day;
};

constexpr std::array target_fixed{Month_day{1, 1}, Month_day{5, 1}, Month_day{12, 25},
                                  Month_day{12, 26}};
constexpr std::array target_from_easter{-2, 1};

constexpr std::array belgian_fixed{Month_day{1, 1},  Month_day{5, 1},  Month_day{7, 21},
                                   Month_day{8, 15}, Month_day{11, 1}, Month_day{11, 11},
                                   Month_day{12, 25}};
constexpr std::array belgian_from_easter{1, 39, 50}; // Easter Monday, Ascension, Whit Monday

template <class Fixed, class Moving>
bool is_listed(Date date, const Fixed& fixed, const Moving& moving) {
    const int month = date.month();
    const int day = date.day();
    const int from_easter = days_between(easter(date.year()), date);
    return std::ranges::any_of(
               fixed, [&](Month_day each) { return each.month == month && each.day == day; }) ||
           std::ranges::find(moving, from_easter) != moving.end();
}

} // namespace

Date easter(int year) {
    // The computus of Meeus, Jones and Butcher; the letters are those of the published tables.
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    const auto date = Date::of(year, sum / 31, sum % 31 + 1);
    invariant(date.has_value(), "Easter is a date");
    return *date;
}

bool is_target_day(Date date) {
    const Weekday weekday = date.weekday();
    return weekday != Weekday::saturday && weekday != Weekday::sunday &&
           !is_listed(date, target_fixed, target_from_easter);
}

Date target_day_on_or_after(Date date) {
    while (!is_target_day(date)) {
        date = date.plus_days(1);
    }
    return date;
}

Date target_day_on_or_before(Date date) {
    while (!is_target_day(date)) {
        date = date.plus_days(-1);
    }
    return date;
}

bool is_belgian_holiday(Date date) {
    return is_listed(date, belgian_fixed, belgian_from_easter);
}

bool is_bank_day(Date date) {
    return is_target_day(date) && !is_belgian_holiday(date);
}

Date bank_day_on_or_before(Date date) {
    while (!is_bank_day(date)) {
        date = date.plus_days(-1);
    }
    return date;
}

} // namespace saldo::calendar
