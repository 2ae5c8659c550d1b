// Goal: interest is that of each day at the rate of that day, exact and rounded once. Method:
// worked examples, the days on which a rate begins, and an oracle that adds up day by day in
// fractions from a table of its own.
#include "calendar/codes.hpp"
#include "case.hpp"
#include "law/codes.hpp"
#include "law/interest.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace saldo;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;
using law::Day_count;
using law::Interest_request;
using law::Legal_rate;
using money::Rate;
using test::day;
using test::euro;
using test::figures;

namespace {

/// Hundredths of a percent of the years 2009 to 2026, from law.md of the references, section 6.1.
constexpr std::array civil{550, 325, 375, 425, 275, 275, 250, 225, 200,
                           200, 200, 175, 175, 150, 525, 575, 450, 450};

bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// In cents: each day bears its part of the year's rate.
cpp_int day_by_day(std::int64_t cents, Date from, Date to, bool by_calendar_year) {
    cpp_rational total = 0;
    for (Date at = from.plus_days(1); at <= to; at = at.plus_days(1)) {
        const int rate = civil.at(static_cast<std::size_t>(at.year() - 2009));
        const int length = by_calendar_year && is_leap(at.year()) ? 366 : 365;
        total += cpp_rational(cpp_int(cents) * rate, cpp_int(10'000) * length);
    }
    return (2 * numerator(total) + denominator(total)) / (2 * denominator(total));
}

std::string interest_of(const Interest_request& request) {
    const auto answer = law::interest(figures(), request);
    return answer ? money::format(answer->interest) : std::string(answer.error().code().text);
}

} // namespace

TEST_CASE("worked examples") {
    struct Row {
        const char* principal;
        const char* from;
        const char* to;
        std::variant<Legal_rate, Rate> rate;
        Day_count day_count;
        const char* interest;
    };

    constexpr auto fixed = Day_count::actual_365;
    constexpr auto actual = Day_count::actual_actual;
    for (const Row& row : {
             Row{"1000.00", "2022-06-30", "2025-03-31", Legal_rate::civil, fixed, "128.82"},
             {"1000.00", "2022-06-30", "2025-03-31", Legal_rate::civil, actual, "128.66"},
             {"2500.00", "2024-01-15", "2024-12-15", Legal_rate::civil, fixed, "131.93"},
             {"2500.00", "2024-01-15", "2024-12-15", Legal_rate::civil, actual, "131.57"},
             // 45 days at 8.8 %, section 4.3
             {"2400.00", "2025-01-01", "2025-02-15", Rate::of(88, 1000), fixed, "26.04"},
             // one year at 5 %, and the same day: nothing
             {"1000.00", "2024-12-31", "2025-12-31", Rate::of(1, 20), fixed, "50.00"},
             {"1000.00", "2025-01-01", "2025-01-01", Legal_rate::civil, fixed, "0.00"},
             // 181 days of 2025 at 11.5 %, 184 at 10.5 %: 57.027397 + 52.931507
             {"1000.00", "2024-12-31", "2025-12-31", Legal_rate::commercial, fixed, "109.96"},
         }) {
        CAPTURE(row.principal);
        CAPTURE(row.from);
        CHECK(interest_of({euro(row.principal), day(row.from), day(row.to), row.rate,
                           row.day_count}) == row.interest);
        const auto exact = law::interest(
            figures(), {euro(row.principal), day(row.from), day(row.to), row.rate, row.day_count});
        REQUIRE(exact.has_value());
        REQUIRE(exact->products.size() == exact->steps.size());
        for (std::size_t i = 0; i < exact->steps.size(); ++i) {
            CHECK(money::shown(exact->products[i]) == exact->steps[i].result);
        }
        CHECK(money::sum(exact->products, money::Rounding::half_away) == euro(row.interest));
    }
}

TEST_CASE("the steps show days, rate and year, and tell which rate is not verified") {
    const auto answer = law::interest(
        figures(), {euro("1000.00"), day("2022-12-31"), day("2024-01-01"), Legal_rate::commercial});
    REQUIRE(answer.has_value());
    REQUIRE(answer->steps.size() == 3);
    CHECK(answer->steps[0].days == 181);
    CHECK(answer->steps[1].from == day("2023-07-01"));
    CHECK(answer->steps[1].through == day("2023-12-31"));
    CHECK(answer->steps[1].rate == Rate::of(12, 100));
    CHECK(answer->steps[2].result == "0.342466"); // 1000 × 12.5 % / 365
    REQUIRE(answer->findings.size() == 1);        // the second half of 2023 is derived
    CHECK(answer->findings[0].code == law::unverified);
    CHECK(answer->findings[0].severity == Severity::warning);
}

TEST_CASE("a day without a rate is refused, and so is what makes no sense") {
    struct Row {
        const char* principal;
        const char* from;
        const char* to;
        std::variant<Legal_rate, Rate> rate;
        Code code;
    };

    for (const Row& row : {
             Row{"1.00", "2008-12-30", "2009-01-01", Legal_rate::civil, law::not_in_force},
             {"1.00", "2026-12-31", "2027-01-01", Legal_rate::civil, law::not_in_force},
             {"1.00", "2026-06-30", "2026-07-01", Legal_rate::commercial, law::not_in_force},
             {"-1.00", "2025-01-01", "2025-01-02", Legal_rate::civil, law::amount_negative},
             {"1.00", "2025-01-01", "2025-01-02", Rate::of(-1, 20), law::rate_negative},
             {"1.00", "2025-01-02", "2025-01-01", Legal_rate::civil, calendar::empty_range},
         }) {
        CAPTURE(row.from);
        CHECK(interest_of({euro(row.principal), day(row.from), day(row.to), row.rate}) ==
              row.code.text);
    }
    const auto answer = law::interest(
        figures(), {euro("1.00"), day("2025-12-31"), day("2028-01-01"), Legal_rate::civil});
    CHECK(answer.error().first().params[1] == Param{"on", "2027-01-01"});
}

TEST_CASE("interest is that of an oracle that goes day by day") {
    const std::int32_t first = day("2008-12-31").days();
    const std::int32_t last = day("2026-12-31").days();
    CHECK(rc::check("an oracle, day by day", [&] {
        const auto cents = *rc::gen::inRange<std::int64_t>(0, 100'000'000);
        const auto from = *rc::gen::inRange(first, last);
        const auto to = *rc::gen::inRange(from, std::min(from + 1500, last + 1));
        const bool by_year = *rc::gen::arbitrary<bool>();
        const auto answer =
            law::interest(figures(), {Money::cents(cents), Date::from_days(from),
                                      Date::from_days(to), Legal_rate::civil,
                                      by_year ? Day_count::actual_actual : Day_count::actual_365});
        RC_ASSERT(answer.has_value());
        RC_ASSERT(cpp_int(answer->interest.cents()) ==
                  day_by_day(cents, Date::from_days(from), Date::from_days(to), by_year));
    }));
}

TEST_CASE("the days of the steps are all days, once") {
    const std::int32_t first = day("2010-01-01").days();
    CHECK(rc::check("all days, once", [&] {
        const auto from = *rc::gen::inRange(first, first + 5000);
        const auto days = *rc::gen::inRange(0, 900);
        const auto answer = law::interest(
            figures(), {euro("100.00"), Date::from_days(from), Date::from_days(from + days),
                        *rc::gen::element(Legal_rate::civil, Legal_rate::commercial),
                        *rc::gen::element(Day_count::actual_365, Day_count::actual_actual)});
        RC_ASSERT(answer.has_value());
        std::int32_t next = from + 1;
        for (const auto& step : answer->steps) {
            RC_ASSERT(step.from.days() == next);
            RC_ASSERT(step.days == step.through.days() - step.from.days() + 1);
            next = step.through.days() + 1;
        }
        RC_ASSERT(next == from + days + 1);
    }));
}
