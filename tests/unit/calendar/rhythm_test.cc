// Goal: due dates are counted from the anchor and periods hold the days they name. Method: tables
// worked out by hand, and the first due date against a search one by one.
#include "calendar/range.hpp"
#include "calendar/rhythm.hpp"
#include "support/aborts.hpp"

#include <doctest/doctest.h>

#include <string>
#include <type_traits>
#include <vector>

using namespace saldo;
using calendar::Date_range;
using calendar::Rhythm;

static_assert(!std::is_default_constructible_v<Date_range>);

namespace {

Date day(std::string_view text) {
    return calendar::parse(text).value();
}

constexpr std::array all_rhythms{Rhythm::once,    Rhythm::weekly,    Rhythm::fortnightly,
                                 Rhythm::monthly, Rhythm::quarterly, Rhythm::yearly};

} // namespace

TEST_CASE("due dates from an anchor") {
    struct Row {
        std::string_view anchor;
        Rhythm rhythm;
        std::vector<std::string_view> due;
    };

    const std::vector<Row> rows{
        {"2026-01-31", Rhythm::once, {"2026-01-31"}},
        {"2026-12-28", Rhythm::weekly, {"2026-12-28", "2027-01-04", "2027-01-11"}},
        {"2026-02-20", Rhythm::fortnightly, {"2026-02-20", "2026-03-06", "2026-03-20"}},
        // A short month gives its last day and does not pull the months after it along.
        {"2026-01-31",
         Rhythm::monthly,
         {"2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"}},
        {"2028-01-30", Rhythm::monthly, {"2028-01-30", "2028-02-29", "2028-03-30"}},
        {"2026-02-28", Rhythm::monthly, {"2026-02-28", "2026-03-28", "2026-04-28"}},
        {"2026-11-30", Rhythm::quarterly, {"2026-11-30", "2027-02-28", "2027-05-30"}},
        {"2028-02-29",
         Rhythm::yearly,
         {"2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.anchor);
        CAPTURE(calendar::name(row.rhythm));
        for (std::size_t n = 0; n < row.due.size(); ++n) {
            CHECK(calendar::format(calendar::due(day(row.anchor), row.rhythm,
                                                 static_cast<int>(n))) == row.due[n]);
        }
    }
}

TEST_CASE("the first due date is the one a search finds") {
    for (const char* anchor : {"2026-01-31", "2028-02-29", "2026-12-30", "2026-03-15"}) {
        for (const Rhythm rhythm : all_rhythms) {
            if (rhythm == Rhythm::once) {
                continue;
            }
            int expected = 0;
            for (Date from = day(anchor).plus_days(-3); from < day("2036-01-01");
                 from = from.plus_days(1)) {
                while (calendar::due(day(anchor), rhythm, expected) < from) {
                    ++expected;
                }
                REQUIRE(calendar::first_due(day(anchor), rhythm, from) == expected);
            }
        }
    }
}

TEST_CASE("once is due once") {
    const Date anchor = day("2026-03-15");
    CHECK(calendar::first_due(anchor, Rhythm::once, day("2026-03-14")) == 0);
    CHECK(calendar::first_due(anchor, Rhythm::once, anchor) == 0);
    CHECK_FALSE(calendar::first_due(anchor, Rhythm::once, day("2026-03-16")).has_value());
    CHECK(test::aborts([&] { return calendar::due(anchor, Rhythm::once, 1); }));
}

TEST_CASE("a due date before the anchor or beyond the calendar is a broken contract") {
    const Date anchor = day("2026-03-15");
    CHECK(test::aborts([&] { return calendar::due(anchor, Rhythm::monthly, -1); }));
    CHECK(test::aborts([&] { return calendar::due(anchor, Rhythm::yearly, 7'974); }));
    CHECK(test::aborts([&] { return calendar::due(anchor, Rhythm::weekly, 2'000'000'000); }));
    CHECK_FALSE(test::aborts([&] { return calendar::due(anchor, Rhythm::yearly, 7'973); }));
}

TEST_CASE("names of rhythms are read back") {
    for (const Rhythm rhythm : all_rhythms) {
        CHECK(calendar::rhythm_from(calendar::name(rhythm)) == rhythm);
    }
    CHECK_FALSE(calendar::rhythm_from("").has_value());
    CHECK_FALSE(calendar::rhythm_from("Monthly").has_value());
}

TEST_CASE("a period holds its first and its last day and no other") {
    const auto range = Date_range::through(day("2026-03-01"), day("2026-03-31"));
    REQUIRE(range.has_value());
    CHECK_FALSE(range->contains(day("2026-02-28")));
    CHECK(range->contains(day("2026-03-01")));
    CHECK(range->contains(day("2026-03-31")));
    CHECK_FALSE(range->contains(day("2026-04-01")));
    CHECK(range->from() == day("2026-03-01"));
    CHECK(range->until() == day("2026-04-01"));
    CHECK(range->last() == day("2026-03-31"));
}

TEST_CASE("a period of one day, an open one and an empty one") {
    const Date date = day("2026-03-01");
    const auto single = Date_range::through(date, date);
    REQUIRE(single.has_value());
    CHECK(single->contains(date));
    CHECK_FALSE(single->contains(date.plus_days(1)));
    const auto open = Date_range::through(date, std::nullopt);
    REQUIRE(open.has_value());
    CHECK(open->contains(day("2999-12-31")));
    CHECK_FALSE(open->contains(date.plus_days(-1)));
    CHECK_FALSE(open->last().has_value());
    const auto empty = Date_range::through(date, date.plus_days(-1));
    REQUIRE_FALSE(empty.has_value());
    CHECK(empty.error().code().text == "calendar.empty_range");
    CHECK(empty.error().first().params == Params{{"from", "2026-03-01"}, {"until", "2026-02-28"}});
    CHECK(Date_range::through(date, day("2999-12-31"))->until() == Date::of(3000, 1, 1));
}
