// Goal: late interest of public law and the pause of recovery come out as reckoned by hand. Method:
// a table over the days on which rates changed.
#include "calendar/codes.hpp"
#include "case.hpp"
#include "law/codes.hpp"
#include "law/public_interest.hpp"
#include "law/recovery_pause.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using law::Public_debt;
using test::day;
using test::euro;

namespace {

const law::Figures& figures() {
    static const law::Figures shipped = law::Figures::shipped();
    return shipped;
}

} // namespace

TEST_CASE("late interest by calendar month, and by day for contributions") {
    struct Row {
        Public_debt kind;
        const char* due;
        const char* to;
        const char* interest; ///< on 1,000.00
        std::size_t steps;
    };

    using enum Public_debt;
    for (const Row& row : {
             Row{income_tax, "2025-01-31", "2025-01-31", "0.00", 0},
             {income_tax, "2025-01-01", "2025-01-31", "0.00", 0}, // in the month it was due
             {income_tax, "2025-01-31", "2025-02-01", "3.33", 1}, // 4 % / 12: a month that began
             {income_tax, "2025-01-01", "2025-02-28", "3.33", 1},
             {income_tax, "2017-10-31", "2018-02-01", "18.33", 2}, // 2 × 5.8333 + 2 × 3.3333
             {income_tax, "2018-12-15", "2019-12-31", "40.00", 1}, // January through December
             {vat, "2022-11-20", "2023-01-05", "14.67", 2},        // 8.00 + 6.6667
             {vat, "2021-12-31", "2022-12-31", "96.00", 1},        // 0.8 % a month
             {social, "2025-01-01", "2025-04-11", "19.18", 1},     // 100 days of 7 %
             {social, "2023-12-31", "2024-12-31", "70.19", 1},     // 366 days of 365
         }) {
        CAPTURE(row.due);
        CAPTURE(row.to);
        const auto answer =
            law::public_interest(figures(), {euro("1000.00"), row.kind, day(row.due), day(row.to)});
        REQUIRE(answer.has_value());
        CHECK(money::format(answer->interest) == row.interest);
        CHECK(answer->steps.size() == row.steps);
    }
}

TEST_CASE("the steps tell months, rate, article and what is not verified") {
    const auto answer = law::public_interest(figures(), {euro("1000.00"), Public_debt::income_tax,
                                                         day("2024-11-15"), day("2025-02-01")});
    REQUIRE(answer.has_value());
    REQUIRE(answer->steps.size() == 2);
    CHECK(answer->steps[0].from == day("2024-12-01"));
    CHECK(answer->steps[0].through == day("2024-12-31"));
    CHECK(answer->steps[1].count == 2);
    CHECK(answer->steps[1].through == day("2025-02-28"));
    CHECK(answer->steps[1].rate == money::Rate::of(4, 100));
    CHECK(answer->steps[1].article == "WIB 92 art. 414");
    CHECK(answer->steps[1].result == "6.666667");
    CHECK(answer->findings.size() == 1); // the rate of 2024 was derived
    CHECK(test::has(answer->findings, law::unverified));
}

TEST_CASE("late interest of a day without a rate is refused, and so is what makes no sense") {
    const auto refused = [](const char* principal, Public_debt kind, const char* due,
                            const char* to) {
        return law::public_interest(figures(), {euro(principal), kind, day(due), day(to)})
            .error()
            .code();
    };
    CHECK(refused("1.00", Public_debt::vat, "2024-12-01", "2025-01-01") == law::not_in_force);
    CHECK(refused("1.00", Public_debt::income_tax, "2026-12-01", "2027-01-01") ==
          law::not_in_force);
    CHECK(refused("1.00", Public_debt::social, "2008-12-30", "2008-12-31") == law::not_in_force);
    CHECK(refused("-1.00", Public_debt::social, "2025-01-01", "2025-01-02") ==
          law::amount_negative);
    CHECK(refused("1.00", Public_debt::social, "2025-01-02", "2025-01-01") ==
          calendar::empty_range);
}

TEST_CASE("recovery pauses 45 days, counted from the first working day after the application") {
    struct Row {
        const char* applied;
        const char* from;
        const char* through;
    };

    for (const Row& row : {
             Row{"2025-03-10", "2025-03-11", "2025-04-24"},
             {"2025-03-14", "2025-03-17", "2025-04-30"}, // a Friday
             {"2025-06-06", "2025-06-10", "2025-07-24"}, // before Whit Monday
         }) {
        CAPTURE(row.applied);
        const auto pause = law::recovery_pause(figures(), day(row.applied));
        REQUIRE(pause.has_value());
        CHECK(pause->from == day(row.from));
        CHECK(pause->through == day(row.through));
        CHECK(pause->article == "WER art. XIX.9 §3");
    }
    CHECK(law::recovery_pause(figures(), day("2023-08-31")).error().code() == law::not_in_force);
}
