// Goal: instants become the day and time that clocks in Brussels show, and times are read as they
// are written. Method: instants around midnight and around both changes of summer time, counted by
// hand from days since 1970.
#include "calendar/brussels.hpp"

#include <doctest/doctest.h>

using namespace saldo;

namespace {

/// Seconds since 1970 of a day and time in UTC.
std::int64_t utc(const char* day, int hour, int minute, int second = 0) {
    const auto date = calendar::parse(day);
    REQUIRE(date.has_value());
    return std::int64_t{date->days()} * 86'400 + hour * 3'600 + minute * 60 + second;
}

std::string told(std::int64_t seconds) {
    const calendar::Local_time local = calendar::brussels_time(seconds);
    return format(local.date) + " " + format(local.time);
}

} // namespace

TEST_CASE("an hour ahead of UTC in winter, two in summer") {
    CHECK(utc("1970-01-01", 0, 0) == 0);
    CHECK(told(utc("2026-11-02", 14, 59, 59)) == "2026-11-02 15:59");
    CHECK(told(utc("2026-11-02", 23, 0)) == "2026-11-03 00:00");
    CHECK(told(utc("2026-07-01", 13, 30)) == "2026-07-01 15:30");
    CHECK(told(utc("2026-07-31", 22, 0)) == "2026-08-01 00:00");
    CHECK(told(utc("2026-12-31", 23, 0)) == "2027-01-01 00:00");
}

TEST_CASE("summer time begins and ends at 01:00 UTC of the last Sunday") {
    // 2026: 29 March and 25 October; in 2027 28 March, in 2024 31 March, the last day it can be.
    CHECK(told(utc("2026-03-29", 0, 59, 59)) == "2026-03-29 01:59");
    CHECK(told(utc("2026-03-29", 1, 0)) == "2026-03-29 03:00");
    CHECK(told(utc("2026-10-25", 0, 59, 59)) == "2026-10-25 02:59");
    CHECK(told(utc("2026-10-25", 1, 0)) == "2026-10-25 02:00");
    CHECK(told(utc("2027-03-28", 1, 0)) == "2027-03-28 03:00");
    CHECK(told(utc("2024-03-31", 0, 59)) == "2024-03-31 01:59");
    CHECK(told(utc("2024-03-31", 1, 0)) == "2024-03-31 03:00");
}

TEST_CASE("times are read as they are written, and nothing else is") {
    for (int minutes = 0; minutes < 24 * 60; ++minutes) {
        const auto time = Time_of_day::of(minutes / 60, minutes % 60);
        REQUIRE(time.has_value());
        CHECK(calendar::parse_time(format(*time)).value() == *time);
    }
    for (const char* wrong : {"", "16", "16:0", "1:60", "24:00", "12:60", "-1:00", "-0:30", "+1:00",
                              "16:000", "16.00", "ab:cd", " 6:00", "16:00 "}) {
        CAPTURE(wrong);
        const auto time = calendar::parse_time(wrong);
        REQUIRE_FALSE(time.has_value());
        CHECK(time.error().code().text == "calendar.not_a_time");
    }
    CHECK_FALSE(Time_of_day::of(24, 0).has_value());
    CHECK_FALSE(Time_of_day::of(-1, 0).has_value());
    CHECK_FALSE(Time_of_day::of(0, 60).has_value());
    CHECK(*Time_of_day::of(9, 5) < *Time_of_day::of(14, 0));
}
