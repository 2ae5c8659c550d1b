// Goal: dates are read as written and due dates keep to their anchor. Method: random dates and
// steps; lengths of months from the rule of leap years.
#include "calendar/closing_days.hpp"
#include "calendar/date.hpp"
#include "calendar/range.hpp"
#include "calendar/rhythm.hpp"
#include "property/generators.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

using namespace saldo;
using calendar::Rhythm;

namespace {

Rhythm any_repeated_rhythm() {
    return *rc::gen::element(Rhythm::weekly, Rhythm::fortnightly, Rhythm::monthly,
                             Rhythm::quarterly, Rhythm::yearly);
}

int length_of_month(int year, int month) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const bool is_short = month == 4 || month == 6 || month == 9 || month == 11;
    return month == 2 ? (leap ? 29 : 28) : is_short ? 30 : 31;
}

} // namespace

TEST_CASE("format and parse of dates") {
    CHECK(rc::check("parse gives back what format wrote", [] {
        const Date date = test::any_date();
        RC_ASSERT(calendar::parse(calendar::format(date)).value() == date);
        RC_ASSERT(Date::of(date.year(), date.month(), date.day()) == date);
    }));
    CHECK(rc::check("what is read is written the same", [] {
        std::string text = calendar::format(test::any_date());
        text[*rc::gen::inRange<std::size_t>(0, text.size())] =
            *rc::gen::elementOf(std::string("0123456789-+ "));
        if (const auto date = calendar::parse(text)) {
            RC_ASSERT(calendar::format(*date) == text);
        }
    }));
}

TEST_CASE("due dates") {
    CHECK(rc::check("each due date is later than the one before", [] {
        const Date anchor = test::any_date();
        const Rhythm rhythm = any_repeated_rhythm();
        const int n = *rc::gen::inRange(0, 1200);
        RC_ASSERT(calendar::due(anchor, rhythm, n) < calendar::due(anchor, rhythm, n + 1));
        RC_ASSERT(calendar::due(anchor, rhythm, 0) == anchor);
    }));
    CHECK(rc::check("months keep the anchor's day or end where the month is too short", [] {
        const Date anchor = test::any_date();
        const int step = *rc::gen::element(1, 3, 12);
        const Rhythm rhythm = step == 1   ? Rhythm::monthly
                              : step == 3 ? Rhythm::quarterly
                                          : Rhythm::yearly;
        const int n = *rc::gen::inRange(0, 1200);
        const Date due = calendar::due(anchor, rhythm, n);
        const int length = length_of_month(due.year(), due.month());
        RC_ASSERT(due.day() == std::min(anchor.day(), length));
        RC_ASSERT((due.year() - anchor.year()) * 12 + due.month() - anchor.month() == step * n);
    }));
    CHECK(rc::check("weeks keep the anchor's weekday", [] {
        const Date anchor = test::any_date();
        const int n = *rc::gen::inRange(0, 5000);
        const Date weekly = calendar::due(anchor, Rhythm::weekly, n);
        RC_ASSERT(calendar::days_between(anchor, weekly) == 7 * n);
        RC_ASSERT(weekly.weekday() == anchor.weekday());
        RC_ASSERT(calendar::due(anchor, Rhythm::weekly, 2 * n) ==
                  calendar::due(anchor, Rhythm::fortnightly, n));
    }));
    CHECK(rc::check("the first due date is not before the day asked, the one before it is", [] {
        const Date anchor = test::any_date();
        const Rhythm rhythm = any_repeated_rhythm();
        const Date from = anchor.plus_days(*rc::gen::inRange(-400, 40'000));
        const int n = calendar::first_due(anchor, rhythm, from).value();
        RC_ASSERT(calendar::due(anchor, rhythm, n) >= from);
        RC_ASSERT((n == 0 || calendar::due(anchor, rhythm, n - 1) < from));
    }));
}

TEST_CASE("moves to open days") {
    CHECK(rc::check("the nearest open day, with only closed days between", [] {
        const Date date = test::any_date();
        const Date after = calendar::target_day_on_or_after(date);
        const Date before = calendar::target_day_on_or_before(date);
        RC_ASSERT(before <= date);
        RC_ASSERT(date <= after);
        RC_ASSERT(calendar::is_target_day(before));
        RC_ASSERT(calendar::is_target_day(after));
        for (Date between = before.plus_days(1); between < after; between = between.plus_days(1)) {
            RC_ASSERT(!calendar::is_target_day(between));
        }
    }));
}

TEST_CASE("periods") {
    CHECK(rc::check("a day is inside from the first to the last", [] {
        const Date first = test::any_date();
        const Date last = first.plus_days(*rc::gen::inRange(0, 800));
        const Date date = first.plus_days(*rc::gen::inRange(-10, 810));
        const auto range = calendar::Date_range::through(first, last).value();
        RC_ASSERT((range.contains(date) == (first <= date && date <= last)));
        RC_ASSERT(range.last().value() == last);
    }));
}
