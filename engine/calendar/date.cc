#include "calendar/date.hpp"

#include "base/invariant.hpp"
#include "calendar/codes.hpp"

#include <boost/date_time/gregorian/greg_calendar.hpp>

namespace saldo::calendar {

namespace {

using Gregorian = boost::gregorian::gregorian_calendar;
using Ymd = Gregorian::ymd_type;

constexpr int year_min = 1400;
constexpr int year_max = 9999;

// What is read from outside keeps centuries away from the ends of the calendar, so that no input
// makes a due date or the day after a period fall off it.
constexpr int read_year_min = 1900;
constexpr int read_year_max = 2999;

std::int32_t day_number(int year, int month, int day) {
    return static_cast<std::int32_t>(Gregorian::day_number(Ymd(static_cast<unsigned short>(year),
                                                               static_cast<unsigned short>(month),
                                                               static_cast<unsigned short>(day))));
}

std::int32_t epoch() {
    static const std::int32_t day = day_number(1970, 1, 1);
    return day;
}

Ymd ymd_of(std::int32_t days) {
    return Gregorian::from_day_number(static_cast<Gregorian::date_int_type>(days + epoch()));
}

int end_of_month(int year, int month) {
    return Gregorian::end_of_month_day(static_cast<unsigned short>(year),
                                       static_cast<unsigned short>(month));
}

} // namespace

std::optional<Date> Date::of(int year, int month, int day) {
    if (year < year_min || year > year_max || month < 1 || month > 12 || day < 1 ||
        day > end_of_month(year, month)) {
        return std::nullopt;
    }
    return Date(day_number(year, month, day) - epoch());
}

Date Date::from_days(std::int32_t days) {
    static const std::int32_t first = Date::of(year_min, 1, 1)->days();
    static const std::int32_t last = Date::of(year_max, 12, 31)->days();
    invariant(days >= first && days <= last, "a date lies in the years 1400 to 9999");
    return Date(days);
}

int Date::year() const {
    return ymd_of(days_).year;
}

int Date::month() const {
    return ymd_of(days_).month;
}

int Date::day() const {
    return ymd_of(days_).day;
}

Weekday Date::weekday() const {
    const std::int32_t since_thursday = days_ % 7; // 1970-01-01 was a Thursday
    return static_cast<Weekday>((since_thursday + 7 + 3) % 7);
}

Date Date::plus_days(std::int32_t days) const {
    std::int32_t sum = 0;
    invariant(!__builtin_add_overflow(days_, days, &sum), "a date lies in the years 1400 to 9999");
    return from_days(sum);
}

Result<Date> parse(std::string_view text) {
    const auto not_date = [&] { return refuse(not_a_date, {{"stated", std::string(text)}}); };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return not_date();
    }
    const auto number = [&](std::size_t at, std::size_t width) {
        int value = 0;
        for (const char digit : text.substr(at, width)) {
            const bool holds = value >= 0 && digit >= '0' && digit <= '9';
            value = holds ? value * 10 + (digit - '0') : -1;
        }
        return value;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    if (year < 0 || month < 0 || day < 0) {
        return not_date();
    }
    const auto date = Date::of(year, month, day);
    if (!date) {
        return not_date();
    }
    if (year < read_year_min || year > read_year_max) {
        return refuse(year_out_of_range, {{"stated", std::string(text)},
                                          {"from", std::to_string(read_year_min)},
                                          {"until", std::to_string(read_year_max)}});
    }
    return *date;
}

std::string format(Date date) {
    const Ymd ymd = ymd_of(date.days());
    std::string text = "0000-00-00";
    const auto put = [&](std::size_t at, std::size_t width, int value) {
        for (std::size_t i = width; i-- > 0; value /= 10) {
            text[at + i] = static_cast<char>('0' + value % 10);
        }
    };
    put(0, 4, ymd.year);
    put(5, 2, ymd.month);
    put(8, 2, ymd.day);
    return text;
}

int days_in_month(int year, int month) {
    invariant(year >= year_min && year <= year_max, "a year is 1400 to 9999");
    invariant(month >= 1 && month <= 12, "a month is 1 to 12");
    return end_of_month(year, month);
}

} // namespace saldo::calendar
