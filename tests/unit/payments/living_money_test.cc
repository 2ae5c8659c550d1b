// Goal: living money comes each week or every two, over the end of a month or year and over
// holidays, and once a week only where it keeps to its week. Method: tables of days taken from a
// calendar by hand, and every week of random years against a rule of its own.
#include "calendar/closing_days.hpp"
#include "calendar/week.hpp"
#include "unit/payments/proposals.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>

using namespace saldo;
using calendar::Rhythm;
using dossier::Moves;
using payments::Decision;
using payments::Reason;
using test::day;

namespace {

dossier::Dossier paid_out(Rhythm rhythm, std::string_view anchor, Moves moves) {
    dossier::Dossier dossier = test::with_lines({});
    dossier.living_money = {{.id = "week",
                             .name = "Leefgeld",
                             .schedule = test::schedule(rhythm, anchor, 8'000),
                             .account = "main",
                             .to = {"Cliënt", *party::parse_iban("BE35063000000237"), {}},
                             .communication = {},
                             .moves = moves}};
    return dossier;
}

/// The execution dates of what is in.
std::vector<std::string>
leaves(const dossier::Dossier& dossier, std::string_view as_of, std::string_view through) {
    std::vector<std::string> days;
    for (const payments::Proposal_line& line :
         payments::propose(dossier, test::holding(10'000'000), {day(as_of), day(through)})) {
        if (line.decision == Decision::in) {
            days.push_back(format(line.execution_date));
        }
    }
    return days;
}

using Days = std::vector<std::string>;

} // namespace

TEST_CASE("weekly living money over Christmas and the end of the year") {
    // Fridays 18 December, 25 December, 1 January and 8 January; TARGET is closed on the middle
    // two.
    const auto paid = [](Moves moves) {
        return leaves(paid_out(Rhythm::weekly, "2026-12-18", moves), "2026-12-14", "2027-01-08");
    };
    CHECK(paid(Moves::after) == Days{"2026-12-18", "2026-12-28", "2027-01-04", "2027-01-08"});
    // There on the last bank day on or before (24 and 31 December), so it leaves the day before.
    CHECK(paid(Moves::before) == Days{"2026-12-17", "2026-12-23", "2026-12-30", "2027-01-07"});
    // No open day is left in the week, so it leaves on the last one before: never two in a week.
    CHECK(paid(Moves::within_week) == Days{"2026-12-18", "2026-12-24", "2026-12-31", "2027-01-08"});
}

TEST_CASE("weekly living money over Easter") {
    // Fridays 27 March, 3 April (Good Friday), 10 April.
    const auto fridays = [](Moves moves) {
        return leaves(paid_out(Rhythm::weekly, "2026-03-27", moves), "2026-03-23", "2026-04-10");
    };
    CHECK(fridays(Moves::after) == Days{"2026-03-27", "2026-04-07", "2026-04-10"}); // two in a week
    CHECK(fridays(Moves::within_week) == Days{"2026-03-27", "2026-04-02", "2026-04-10"});
    // Mondays 30 March, 6 April (Easter Monday), 13 April.
    const auto mondays = [](Moves moves) {
        return leaves(paid_out(Rhythm::weekly, "2026-03-30", moves), "2026-03-23", "2026-04-13");
    };
    CHECK(mondays(Moves::after) == Days{"2026-03-30", "2026-04-07", "2026-04-13"});
    CHECK(mondays(Moves::within_week) == Days{"2026-03-30", "2026-04-07", "2026-04-13"});
    // There on Monday 30 March, Thursday 2 April and Monday 13 April.
    CHECK(mondays(Moves::before) == Days{"2026-03-27", "2026-04-01", "2026-04-10"});
}

TEST_CASE("weekly and fortnightly living money over the end of a month") {
    // Friday 1 May 2026 is closed: its week has Thursday 30 April.
    CHECK(leaves(paid_out(Rhythm::weekly, "2026-04-24", Moves::within_week), "2026-04-20",
                 "2026-05-08") == Days{"2026-04-24", "2026-04-30", "2026-05-08"});
    CHECK(leaves(paid_out(Rhythm::weekly, "2026-04-24", Moves::after), "2026-04-20",
                 "2026-05-08") == Days{"2026-04-24", "2026-05-04", "2026-05-08"});
    // Every two weeks from 17 April: 1 and 15 May.
    CHECK(leaves(paid_out(Rhythm::fortnightly, "2026-04-17", Moves::within_week), "2026-04-13",
                 "2026-05-15") == Days{"2026-04-17", "2026-04-30", "2026-05-15"});
    // The run of a month takes its weeks; the next one goes on where it ended.
    const auto dossier = paid_out(Rhythm::weekly, "2026-09-28", Moves::after);
    CHECK(leaves(dossier, "2026-09-28", "2026-10-31") ==
          Days{"2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26"});
}

TEST_CASE("living money on a holiday on which TARGET is open") {
    // Wednesday 11 November 2026: orders leave, but money must be there on a bank day, Tuesday.
    const auto paid = [](Moves moves) {
        return leaves(paid_out(Rhythm::once, "2026-11-11", moves), "2026-11-02", "2026-11-30");
    };
    CHECK(paid(Moves::after) == Days{"2026-11-11"});
    CHECK(paid(Moves::within_week) == Days{"2026-11-11"});
    CHECK(paid(Moves::before) == Days{"2026-11-09"});
}

TEST_CASE("money of a week that is over is not paid with that of the next") {
    // Wednesdays. Decided on Thursday 12 March: the money of 11 March may still leave this week,
    // that of 4 March not any more.
    const auto dossier = paid_out(Rhythm::weekly, "2026-03-04", Moves::within_week);
    const auto lines =
        payments::propose(dossier, test::holding(100'000), {day("2026-03-12"), day("2026-03-18")});
    CHECK(test::told(lines) == Days{"living_money:week 80.00 out week_over",
                                    "living_money:week 80.00 in due",
                                    "living_money:week 80.00 in due"});
    CHECK(format(lines[1].execution_date) == "2026-03-12");
    CHECK(format(lines[2].execution_date) == "2026-03-18");
    // On Saturday the bank would take it into the next week. It keeps no money from others.
    auto late = dossier;
    late.budget_lines = {test::once("card", dossier::Priority::debt, 8'000, "2026-03-14")};
    late.living_money.front().schedule.period = test::period("2026-03-09", "2026-03-15");
    CHECK(test::told(payments::propose(late, test::holding(8'000),
                                       {day("2026-03-14"), day("2026-03-15")})) ==
          Days{"living_money:week 80.00 out week_over", "expense:card 80.00 in due"});
}

TEST_CASE("money that keeps to its week leaves once in each, whatever the holidays") {
    CHECK(rc::check("one payment a week", [] {
        const Date anchor = day("2024-01-01").plus_days(*rc::gen::inRange(0, 7 * 52 * 30));
        const bool weekly = *rc::gen::arbitrary<bool>();
        const int weeks = *rc::gen::inRange(1, 60);
        dossier::Dossier dossier = paid_out(weekly ? Rhythm::weekly : Rhythm::fortnightly,
                                            format(anchor), Moves::within_week);
        dossier.accounts.front().opening->date = anchor.plus_days(-40);
        const Date as_of = calendar::monday_of(anchor);
        std::map<Date, int> paid; // by Monday
        for (const payments::Proposal_line& line : payments::propose(
                 dossier, test::holding(10'000'000), {as_of, anchor.plus_days(7 * (weeks - 1))})) {
            RC_ASSERT(line.decision == Decision::in);
            RC_ASSERT(calendar::is_target_day(line.execution_date));
            ++paid[calendar::monday_of(line.execution_date)];
        }
        for (int week = 0; week < weeks; ++week) {
            const int expected = weekly || week % 2 == 0 ? 1 : 0;
            RC_ASSERT(paid[as_of.plus_days(7 * week)] == expected);
        }
        RC_ASSERT(paid.size() == static_cast<std::size_t>(weeks));
    }));
}

TEST_CASE(
    "run after run, no week gets its money twice and none is skipped while runs are in time") {
    CHECK(rc::check("weekly runs", [] {
        const Date anchor = day("2024-01-01").plus_days(*rc::gen::inRange(0, 7 * 52 * 30));
        dossier::Dossier dossier = paid_out(Rhythm::weekly, format(anchor), Moves::within_week);
        dossier.accounts.front().opening->date = anchor.plus_days(-40);
        payments::Position position = test::holding(10'000'000);
        std::map<Date, int> paid;
        const Date monday = calendar::monday_of(anchor);
        const int weeks = 20;
        for (int week = 0; week < weeks; ++week) {
            // The run of the week is made on its first open day or the one before.
            const Date open = calendar::target_day_on_or_after(monday.plus_days(7 * week));
            const Date as_of =
                calendar::target_day_on_or_before(open.plus_days(-*rc::gen::inRange(0, 2)));
            for (const payments::Proposal_line& line :
                 payments::propose(dossier, position, {as_of, monday.plus_days(7 * week + 6)})) {
                if (line.decision == Decision::in) {
                    ++paid[calendar::monday_of(line.execution_date)];
                    position.settled[{line.occurrence.subject, line.occurrence.due}].paid =
                        line.amount;
                }
            }
        }
        RC_ASSERT(paid.size() == static_cast<std::size_t>(weeks));
        for (const auto& [week, count] : paid) {
            RC_ASSERT(count == 1);
        }
    }));
}
