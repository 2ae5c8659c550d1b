// Goal: a firm asks of a consumer no more than book XIX allows, and not before the reminder has run
// out. Method: the worked and published examples, edges of the bands and of the dates.
#include "case.hpp"
#include "law/codes.hpp"
#include "law/consumer_penalty.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace saldo;
using law::Penalty_request;
using law::Reminder;
using law::Sent_by;
using test::day;
using test::euro;
using test::figures;

namespace {

Penalty_request asked(const char* balance, const char* on) {
    return {euro(balance), day(on), std::nullopt, std::nullopt};
}

} // namespace

TEST_CASE("the penalty of a balance") {
    struct Row {
        const char* balance;
        const char* penalty;
    };

    for (const Row& row : {
             Row{"50.00", "20.00"},
             {"150.00", "20.00"},
             {"150.01", "30.00"},
             {"200.00", "35.00"},
             {"400.00", "55.00"},
             {"500.00", "65.00"},
             {"500.01", "65.00"},
             {"1000.00", "90.00"}, // published by Trends
             {"5000.00", "290.00"},
             {"39200.00", "2000.00"},
             {"40000.00", "2000.00"},
         }) {
        CAPTURE(row.balance);
        const auto answer = law::consumer_penalty(figures(), asked(row.balance, "2025-06-01"));
        REQUIRE(answer.has_value());
        CHECK(money::format(answer->penalty) == row.penalty);
        CHECK(test::has(answer->findings, law::reminder_needed));
    }
    const auto capped = law::consumer_penalty(figures(), asked("40000.00", "2025-06-01"));
    CHECK(capped->steps.back() ==
          law::Step{"xix.penalty.max", "WER art. XIX.4", std::nullopt, "", "2000.00"});
}

TEST_CASE("the first day on which a penalty may be asked") {
    struct Row {
        const char* sent;
        Sent_by by;
        const char* from;
        bool in_doubt; ///< whether Saturday is a working day would change it
    };

    for (const Row& row : {
             Row{"2023-09-18", Sent_by::post, "2023-10-05", false}, // published
             {"2023-09-18", Sent_by::electronic, "2023-10-03", false},
             // Thursday: Friday, Monday, Tuesday; with Saturday it would be Monday
             {"2023-09-21", Sent_by::post, "2023-10-10", true},
             // 31 October: 2 and 3 November, then Monday 6 November; 1 November is a holiday
             {"2023-10-31", Sent_by::post, "2023-11-20", true},
             {"2023-10-31", Sent_by::electronic, "2023-11-15", false},
         }) {
        CAPTURE(row.sent);
        auto request = asked("400.00", "2025-06-01");
        request.reminder = Reminder{day(row.sent), row.by};
        request.on = day(row.from);
        const auto answer = law::consumer_penalty(figures(), request);
        REQUIRE(answer.has_value());
        CHECK(answer->asked_from == day(row.from));
        CHECK(money::format(answer->penalty) == "55.00");
        CHECK(test::has(answer->findings, law::saturday_in_doubt) == row.in_doubt);
        request.on = day(row.from).plus_days(-1);
        const auto early = law::consumer_penalty(figures(), request);
        REQUIRE(early.has_value());
        CHECK(early->penalty.is_zero());
        CHECK(test::has(early->findings, law::reminder_runs));
    }
}

TEST_CASE("book XIX holds from its day, for older contracts from another") {
    struct Row {
        const char* contract; ///< empty: not stated
        const char* on;
        bool holds;
        Code told;
    };

    for (const Row& row : {
             Row{"", "2023-08-31", false, law::not_in_force},
             {"", "2023-09-01", true, law::new_contracts_only},
             {"", "2023-12-01", true, law::reminder_needed},
             {"2023-09-01", "2023-09-01", true, law::clause_is_void},
             {"2023-08-31", "2023-11-30", false, law::not_in_force},
             {"2023-08-31", "2023-12-01", true, law::clause_is_reduced},
         }) {
        CAPTURE(row.contract);
        CAPTURE(row.on);
        auto request = asked("400.00", row.on);
        if (*row.contract != '\0') {
            request.contract = day(row.contract);
        }
        const auto answer = law::consumer_penalty(figures(), request);
        CHECK(answer.has_value() == row.holds);
        CHECK(test::has(answer ? answer->findings : answer.error().findings(), row.told));
    }
}

TEST_CASE("a reminder of before the book counts for nothing, and a balance is more than zero") {
    auto request = asked("400.00", "2023-12-01");
    request.reminder = Reminder{day("2023-08-31"), Sent_by::electronic};
    CHECK(law::consumer_penalty(figures(), request).error().code() == law::not_in_force);
    CHECK(law::consumer_penalty(figures(), asked("0.00", "2025-06-01")).error().code() ==
          law::amount_not_positive);
}

TEST_CASE("a larger balance never has a smaller penalty, and none is above 2,000 euro") {
    CHECK(rc::check("a larger balance", [] {
        const auto cents = *rc::gen::inRange<std::int64_t>(1, 6'000'000);
        const auto more = cents + *rc::gen::inRange<std::int64_t>(0, 10'000);
        const auto penalty = [](std::int64_t balance) {
            return law::consumer_penalty(figures(), {Money::cents(balance), day("2025-06-01"),
                                                     std::nullopt, std::nullopt})
                ->penalty;
        };
        RC_ASSERT(penalty(cents) <= penalty(more));
        RC_ASSERT(penalty(more) <= euro("2000.00"));
    }));
}
