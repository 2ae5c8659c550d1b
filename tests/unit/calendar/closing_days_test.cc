// Goal: closing days of TARGET and Belgian holidays. Method: published tables for 2026 to 2030, and
// rules that hold for every year.
#include "calendar/closing_days.hpp"
#include "calendar/week.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

using namespace saldo;
using calendar::Weekday;

namespace {

Date day(std::string_view text) {
    return calendar::parse(text).value();
}

} // namespace

TEST_CASE("Easter as published") {
    for (const char* easter : {"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16",
                               "2029-04-01", "2030-04-21",
                               // the earliest and the latest there are, and the years whose rule
                               // has an exception
                               "2008-03-23", "1913-03-23", "1943-04-25", "2038-04-25", "1954-04-18",
                               "1981-04-19", "2049-04-18", "2076-04-19"}) {
        CAPTURE(easter);
        CHECK(calendar::easter(day(easter).year()) == day(easter));
    }
}

TEST_CASE("Easter is a Sunday from 22 March to 25 April in every year") {
    for (int year = 1583; year <= 9999; ++year) {
        const Date easter = calendar::easter(year);
        const bool right = easter.weekday() == Weekday::sunday && easter.year() == year &&
                           easter >= *Date::of(year, 3, 22) && easter <= *Date::of(year, 4, 25);
        CAPTURE(year);
        REQUIRE(right);
    }
}

TEST_CASE("TARGET is closed on the published weekdays of 2026 to 2030 and open on all others") {
    const std::set<std::string> closed{
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25",
        "2027-01-01", "2027-03-26", "2027-03-29", "2028-04-14", "2028-04-17",
        "2028-05-01", "2028-12-25", "2028-12-26", "2029-01-01", "2029-03-30",
        "2029-04-02", "2029-05-01", "2029-12-25", "2029-12-26", "2030-01-01",
        "2030-04-19", "2030-04-22", "2030-05-01", "2030-12-25", "2030-12-26"};
    for (Date date = day("2026-01-01"); date <= day("2030-12-31"); date = date.plus_days(1)) {
        const bool weekend =
            date.weekday() == Weekday::saturday || date.weekday() == Weekday::sunday;
        CAPTURE(calendar::format(date));
        REQUIRE(calendar::is_target_day(date) ==
                !(weekend || closed.contains(calendar::format(date))));
    }
}

TEST_CASE("a closed day moves to the nearest open day on either side") {
    struct Row {
        std::string_view asked;
        std::string_view back;
        std::string_view forward;
    };

    for (const Row& row : {Row{"2027-01-01", "2026-12-31", "2027-01-04"},
                           {"2027-05-01", "2027-04-30", "2027-05-03"},
                           {"2027-03-26", "2027-03-25", "2027-03-30"},
                           {"2026-12-25", "2026-12-24", "2026-12-28"},
                           {"2026-11-23", "2026-11-23", "2026-11-23"},
                           {"2029-12-25", "2029-12-24", "2029-12-27"}}) {
        CAPTURE(row.asked);
        CHECK(calendar::target_day_on_or_before(day(row.asked)) == day(row.back));
        CHECK(calendar::target_day_on_or_after(day(row.asked)) == day(row.forward));
    }
}

TEST_CASE("the last day that can be read still has an open day after it") {
    const Date last = day("2999-12-31");
    CHECK(calendar::target_day_on_or_after(last) >= last);
}

TEST_CASE("the ten Belgian holidays of 2026 and 2027") {
    const std::set<std::string> holidays{"2026-01-01", "2026-04-06", "2026-05-01", "2026-05-14",
                                         "2026-05-25", "2026-07-21", "2026-08-15", "2026-11-01",
                                         "2026-11-11", "2026-12-25", "2027-01-01", "2027-03-29",
                                         "2027-05-01", "2027-05-06", "2027-05-17", "2027-07-21",
                                         "2027-08-15", "2027-11-01", "2027-11-11", "2027-12-25"};
    for (Date date = day("2026-01-01"); date <= day("2027-12-31"); date = date.plus_days(1)) {
        CAPTURE(calendar::format(date));
        REQUIRE(calendar::is_belgian_holiday(date) == holidays.contains(calendar::format(date)));
    }
}

TEST_CASE("on bank days a person can go to the bank: TARGET is open and it is no holiday") {
    struct Row {
        std::string_view asked;
        std::string_view back;
    };

    for (const Row& row : {Row{"2026-11-11", "2026-11-10"}, // Armistice: TARGET is open
                           {"2026-05-14", "2026-05-13"},    // Ascension: TARGET is open
                           {"2026-12-26", "2026-12-24"},    // TARGET is closed, no legal holiday
                           {"2026-05-25", "2026-05-22"},    // Whit Monday, after a weekend
                           {"2026-11-23", "2026-11-23"}}) {
        CAPTURE(row.asked);
        CHECK(calendar::bank_day_on_or_before(day(row.asked)) == day(row.back));
        CHECK(calendar::is_bank_day(day(row.asked)) == (row.asked == row.back));
    }
}

TEST_CASE("an ISO week begins on Monday, over the end of a year as well") {
    for (const char* date : {"2026-12-28", "2026-12-31", "2027-01-01", "2027-01-03"}) {
        CAPTURE(date);
        CHECK(calendar::monday_of(day(date)) == day("2026-12-28"));
    }
    CHECK(calendar::monday_of(day("2027-01-04")) == day("2027-01-04"));
}

TEST_CASE("every week of a thousand years has at least three TARGET days") {
    for (Date monday = calendar::monday_of(day("1990-01-01")); monday.year() < 2990;
         monday = monday.plus_days(7)) {
        int open = 0;
        for (int i = 0; i < 7; ++i) {
            open += calendar::is_target_day(monday.plus_days(i)) ? 1 : 0;
        }
        CAPTURE(calendar::format(monday));
        REQUIRE(open >= 3);
    }
}
