// Goal: a forecast tells what each account holds day by day and its lowest day. Method: a household
// with one of each thing added up by hand, and random ones against a model that counts days.
#include "payments/execution_date.hpp"
#include "payments/forecast.hpp"
#include "unit/payments/proposals.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>

using namespace saldo;
using calendar::Rhythm;
using dossier::Moves;
using dossier::Priority;
using payments::Account_forecast;
using payments::Lowest;
using payments::Open_order;
using payments::Position;
using payments::Step_kind;
using test::day;
using test::holding;
using test::income;
using test::once;
using test::with_lines;

namespace {

using Lines = std::vector<std::string>;

Lines told(const Account_forecast& account) {
    Lines lines;
    for (const payments::Forecast_step& step : account.steps) {
        lines.push_back(format(step.day) + " " + std::string(name(step.kind)) + " " + step.subject +
                        " " + format(step.amount) + " " + format(step.balance) + " " +
                        format(step.free));
    }
    return lines;
}

std::string told(const std::optional<Lowest>& lowest) {
    return lowest ? format(lowest->free) + " " + format(lowest->day) : "none";
}

Open_order order(std::string subject, std::int64_t cents, std::string_view leaves, bool has_left) {
    return {.subject = std::move(subject),
            .account = "main",
            .pot = "pot:main",
            .due = day(leaves),
            .execution_date = day(leaves),
            .amount = Money::cents(cents),
            .payee = "Begunstigde",
            .has_left = has_left};
}

/// The first account from 2 March 2026.
Account_forecast forecast(const dossier::Dossier& dossier,
                          const Position& position,
                          std::string_view through = "2026-03-31",
                          const std::vector<Open_order>& orders = {},
                          std::vector<std::string> without = {}) {
    return payments::forecast(dossier, position, orders,
                              {day("2026-03-02"), day(through), {}, std::move(without)})
        .front();
}

} // namespace

TEST_CASE("one of each, day by day") {
    auto school = once("school", Priority::fixed_cost, 12'000, "2026-03-12");
    school.pot = "school";
    school.moves = Moves::after;
    auto gas = once("gas", Priority::energy, 6'000, "2026-03-15"); // a Sunday
    gas.mandate = "CORE-17";
    auto phone = once("phone", Priority::fixed_cost, 2'000, "2026-03-13");
    phone.payer = dossier::Payer::client;
    auto dossier = with_lines({once("card", Priority::debt, 3'000, "2026-02-20"),
                               once("rent", Priority::housing, 30'000), school, gas, phone,
                               income("wage", 100'000, "2026-03-25"),
                               once("april", Priority::housing, 30'000, "2026-04-01")});
    dossier.accounts.front().overdraft = Money::cents(5'000);
    dossier.pots = {test::pot("school")};
    dossier.pots.front().set_aside = test::schedule(Rhythm::once, "2026-03-20", 2'500);
    Position position = holding(50'000);
    position.pots.insert_or_assign("pot:main/school", Money::cents(10'000));
    // 500.00 free and 100.00 in the pot; 60.00 left the free part and are still at the bank.
    const Account_forecast account = forecast(dossier, position, "2026-03-31",
                                              {order("expense:a", 6'000, "2026-03-03", true),
                                               order("expense:b", 4'000, "2026-03-04", false)});
    CHECK(told(account) ==
          Lines{"2026-03-02 expense expense:card -30.00 630.00 470.00",     // late, so at once
                "2026-03-03 order expense:a -60.00 570.00 470.00",          // left the free part
                "2026-03-04 order expense:b -40.00 530.00 430.00",          //
                "2026-03-09 expense expense:rent -300.00 230.00 130.00",    // there on the 10th
                "2026-03-12 expense expense:school -120.00 110.00 110.00",  // 100.00 from the pot
                "2026-03-16 collection expense:gas -60.00 50.00 50.00",     // the first open day
                "2026-03-20 set_aside pot:main/school -25.00 50.00 25.00",  // stays at the bank
                "2026-03-25 income income:wage 1000.00 1050.00 1025.00",    //
                "2026-03-31 expense expense:april -300.00 750.00 725.00"}); // there on 1 April
    CHECK(format(account.balance) == "660.00");
    CHECK(format(account.free) == "500.00");
    CHECK(account.next_income == day("2026-03-25"));
    CHECK(told(account.before_income) == "25.00 2026-03-20");
    CHECK(told(account.lowest) == "25.00 2026-03-20");
    CHECK(short_by(account).is_zero());
}

TEST_CASE("what lacks until the next income, and after it") {
    auto dossier =
        with_lines({once("rent", Priority::housing, 30'000), income("wage", 20'000, "2026-03-25"),
                    once("gas", Priority::energy, 40'000, "2026-03-27")});
    dossier.accounts.front().overdraft = Money::cents(5'000);
    // 200.00 - 300.00 = -100.00 on the 9th, 50.00 below the overdraft; then 200.00 - 400.00 more.
    const Account_forecast account = forecast(dossier, holding(20'000));
    CHECK(told(account.before_income) == "-100.00 2026-03-09");
    CHECK(told(account.lowest) == "-300.00 2026-03-26");
    CHECK(format(short_by(account)) == "50.00");
}

TEST_CASE("incomes that are late or supposed not to come are told and do not count") {
    const auto dossier =
        with_lines({once("rent", Priority::housing, 30'000),
                    income("benefit", 50'000, "2026-02-24"), income("refund", 5'000, "2026-02-27"),
                    income("wage", 20'000, "2026-03-25"), income("old", 20'000, "2026-01-20")});
    const Account_forecast account =
        forecast(dossier, holding(10'000), "2026-03-31", {}, {"income:wage"});
    CHECK(told(account) == Lines{"2026-03-02 income_late income:benefit 500.00 100.00 100.00",
                                 "2026-03-02 income income:refund 50.00 150.00 150.00",
                                 "2026-03-09 expense expense:rent -300.00 -150.00 -150.00",
                                 "2026-03-25 income_absent income:wage 200.00 -150.00 -150.00"});
    // The refund comes today: nothing can lack before it.
    CHECK(account.next_income == day("2026-03-02"));
    CHECK(told(account.before_income) == "none");
    CHECK(short_by(account).is_zero());
    CHECK(told(account.lowest) == "-150.00 2026-03-09");
}

TEST_CASE("an account on which nothing happens, one without a next income, and one of the client") {
    const auto all = payments::forecast(with_lines({}), holding(-100), {},
                                        {day("2026-03-02"), day("2026-03-31")});
    REQUIRE(all.size() == 2); // the card account is not managed in the book
    CHECK(all[0].account == "main");
    CHECK(all[1].account == "reserve");
    CHECK(all[0].steps.empty());
    CHECK(told(all[0].lowest) == "-1.00 2026-03-02");
    CHECK(told(all[0].before_income) == "-1.00 2026-03-02");
    CHECK_FALSE(all[0].next_income.has_value());
    CHECK(format(short_by(all[0])) == "1.00");
    CHECK(all[1].balance.is_zero());
}

TEST_CASE("at the end of a day counts, incomes first") {
    auto rent = once("rent", Priority::housing, 30'000, "2026-03-10");
    rent.moves = Moves::after;
    const auto dossier = with_lines({rent, income("wage", 30'000, "2026-03-10")});
    const Account_forecast account = forecast(dossier, holding(1'000));
    CHECK(told(account) == Lines{"2026-03-10 income income:wage 300.00 310.00 310.00",
                                 "2026-03-10 expense expense:rent -300.00 10.00 10.00"});
    CHECK(told(account.lowest) == "10.00 2026-03-02");
}

TEST_CASE("the lowest day is that of a model that counts days") {
    CHECK(rc::check("lowest", [] {
        const Date as_of = day("2026-03-02");
        const Date through = as_of.plus_days(*rc::gen::inRange(0, 45));
        std::map<Date, std::int64_t> changes; // cents by day
        std::optional<Date> next;
        std::vector<dossier::Budget_line> lines;
        const int count = *rc::gen::inRange(0, 15);
        for (int i = 0; i < count; ++i) {
            const std::string id = "line_" + std::to_string(i);
            const std::int64_t cents = *rc::gen::inRange(1, 9'000);
            const Date due = as_of.plus_days(*rc::gen::inRange(-10, 55));
            if (*rc::gen::inRange(0, 4) == 0 && due >= as_of) {
                lines.push_back(income(id, cents, format(due)));
                Date comes = due; // closed on weekends and, in these days, around Easter
                while (comes.weekday() > calendar::Weekday::friday ||
                       (comes >= day("2026-04-03") && comes <= day("2026-04-06"))) {
                    comes = comes.plus_days(1);
                }
                changes[comes] += cents;
                next = std::min(next.value_or(comes), comes);
            } else {
                auto line =
                    once(id, static_cast<Priority>(*rc::gen::inRange(0, 7)), cents, format(due));
                line.moves = *rc::gen::element(Moves::before, Moves::after);
                lines.push_back(line);
                budget::Occurrence occurrence{.subject = "expense:" + id,
                                              .account = "main",
                                              .pot = "pot:main",
                                              .due = due,
                                              .amount = Money::cents(cents),
                                              .counterparty = {},
                                              .communication = {},
                                              .moves = line.moves};
                occurrence.priority = line.priority;
                changes[payments::execution_date(occurrence, as_of, as_of)] -= cents;
            }
        }
        const std::int64_t there = *rc::gen::inRange(-1'000, 30'000);
        std::int64_t holds = there;
        Lowest lowest{Money::cents(there + changes[as_of]), as_of};
        Lowest before = lowest;
        for (Date date = as_of; date <= through; date = date.plus_days(1)) {
            holds += changes[date];
            if (Money::cents(holds) < lowest.free) {
                lowest = {Money::cents(holds), date};
            }
            if (Money::cents(holds) < before.free && (!next || date < *next)) {
                before = {Money::cents(holds), date};
            }
        }
        const Account_forecast account =
            forecast(with_lines(lines), holding(there), format(through));
        RC_ASSERT(account.lowest == lowest);
        const bool is_looked_for = !next || *next <= as_of.plus_days(31);
        RC_PRE(is_looked_for); // an income far off is not
        RC_ASSERT(account.next_income == next);
        const bool is_later = !next || *next > as_of; // these macros evaluate both sides of ||
        RC_ASSERT(account.before_income.has_value() == is_later);
        if (account.before_income) {
            RC_ASSERT(*account.before_income == before);
        }
    }));
}
