// Goal: dates are those of the Gregorian calendar. Method: every day of 1990 to 2060 counted up by
// a plain clockwork of months beside the engine, and tables for the borders and the text form.
#include "calendar/date.hpp"
#include "support/aborts.hpp"

#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <string>
#include <type_traits>

using namespace saldo;
using calendar::Weekday;

static_assert(!std::is_default_constructible_v<Date>);
static_assert(!std::is_convertible_v<std::int32_t, Date>);
static_assert(!std::is_constructible_v<Date, std::int32_t>);
static_assert(std::is_trivially_copyable_v<Date>);

namespace {

/// A calendar that only knows how to go one day on.
struct Clockwork {
    int year = 1990;
    int month = 1;
    int day = 1;
    int weekday = 0; ///< 1 January 1990 was a Monday

    void tick() {
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        const std::array lengths{31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        weekday = (weekday + 1) % 7;
        if (++day > lengths[static_cast<std::size_t>(month - 1)]) {
            day = 1;
            month = month == 12 ? 1 : month + 1;
            year += month == 1 ? 1 : 0;
        }
    }

    [[nodiscard]] std::string text() const {
        const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return std::to_string(year) + "-" + two(month) + "-" + two(day);
    }
};

std::string code_of(std::string_view text) {
    const auto date = calendar::parse(text);
    return date ? "ok" : std::string(date.error().code().text);
}

} // namespace

TEST_CASE("every day of 1990 to 2060") {
    std::int32_t days = 7305; // 20 years of 365 days and 5 leap days (1972, 76, 80, 84, 88)
    bool all_right = true;
    for (Clockwork now; now.year <= 2060; now.tick(), ++days) {
        const auto date = Date::of(now.year, now.month, now.day);
        const bool right =
            date && date->days() == days && *date == Date::from_days(days) &&
            date->year() == now.year && date->month() == now.month && date->day() == now.day &&
            static_cast<int>(date->weekday()) == now.weekday &&
            calendar::format(*date) == now.text() && calendar::parse(now.text()) == *date;
        if (!right) {
            CAPTURE(now.text());
            CHECK(right);
            all_right = false;
        }
    }
    CHECK(all_right);
    CHECK(days == 7305 + 71 * 365 + 18); // leap days 1992 to 2060
}

TEST_CASE("known weekdays far apart") {
    CHECK(Date::of(1969, 12, 31)->weekday() == Weekday::wednesday);
    CHECK(Date::of(1970, 1, 1)->weekday() == Weekday::thursday);
    CHECK(Date::of(1970, 1, 1)->days() == 0);
    CHECK(Date::of(1582, 10, 15)->weekday() == Weekday::friday); // first day of the calendar
    CHECK(Date::of(2000, 1, 1)->weekday() == Weekday::saturday);
    CHECK(Date::of(2026, 11, 23)->weekday() == Weekday::monday);
}

TEST_CASE("days that do not exist are nothing") {
    struct Row {
        int year;
        int month;
        int day;
    };

    for (const Row& row : {Row{2026, 2, 29},
                           {1900, 2, 29},
                           {2100, 2, 29},
                           {2026, 4, 31},
                           {2026, 0, 1},
                           {2026, 13, 1},
                           {2026, 1, 0},
                           {2026, 1, 32},
                           {2026, -1, 1},
                           {2026, 1, -1},
                           {1399, 12, 31},
                           {10'000, 1, 1},
                           {-2026, 1, 1},
                           {2026 + 65'536, 1, 1}}) {
        CAPTURE(row.year);
        CAPTURE(row.month);
        CAPTURE(row.day);
        CHECK_FALSE(Date::of(row.year, row.month, row.day).has_value());
    }
    CHECK(Date::of(2000, 2, 29).has_value());
    CHECK(Date::of(2028, 2, 29).has_value());
}

TEST_CASE("a date is read in one form only") {
    CHECK(calendar::parse("2026-11-23") == *Date::of(2026, 11, 23));
    CHECK(calendar::parse("1900-01-01") == *Date::of(1900, 1, 1));
    CHECK(calendar::parse("2999-12-31") == *Date::of(2999, 12, 31));
    for (const char* bad : {"", "2026-11-3", "2026-11-233", "26-11-23", "2026/11/23", "23-11-2026",
                            "20261123", " 2026-11-23", "2026-11-23T", "2026-02-30", "2026-13-01",
                            "2026-00-10", "+026-11-23", "2026--1-23", "0000-00-00"}) {
        CAPTURE(bad);
        CHECK(code_of(bad) == "calendar.not_a_date");
    }
    for (const char* far : {"1899-12-31", "3000-01-01", "9999-12-31", "1400-01-01"}) {
        CAPTURE(far);
        CHECK(code_of(far) == "calendar.year_out_of_range");
    }
    CHECK(calendar::parse("2026-02-30").error().first().params == Params{{"stated", "2026-02-30"}});
}

TEST_CASE("the ends of the calendar hold") {
    const Date first = *Date::of(1400, 1, 1);
    const Date last = *Date::of(9999, 12, 31);
    CHECK(calendar::format(first) == "1400-01-01");
    CHECK(calendar::format(last) == "9999-12-31");
    CHECK(last.plus_days(-1).plus_days(1) == last);
    CHECK(first.plus_days(calendar::days_between(first, last)) == last);
    CHECK(test::aborts([&] { return last.plus_days(1); }));
    CHECK(test::aborts([&] { return first.plus_days(-1); }));
    CHECK(test::aborts([&] { return last.plus_days(std::numeric_limits<std::int32_t>::max()); }));
    CHECK(test::aborts([&] { return Date::from_days(std::numeric_limits<std::int32_t>::min()); }));
}

TEST_CASE("days in a month") {
    CHECK(calendar::days_in_month(2026, 2) == 28);
    CHECK(calendar::days_in_month(2028, 2) == 29);
    CHECK(calendar::days_in_month(2100, 2) == 28);
    CHECK(calendar::days_in_month(2000, 2) == 29);
    CHECK(calendar::days_in_month(2026, 12) == 31);
    CHECK(calendar::days_in_month(2026, 9) == 30);
    CHECK(test::aborts([] { return calendar::days_in_month(2026, 0); }));
    CHECK(test::aborts([] { return calendar::days_in_month(2026, 13); }));
    CHECK(test::aborts([] { return calendar::days_in_month(70'000, 1); }));
}
