// Goal: what is more urgent and due before the next income is not left without money by what is
// less urgent and due now. Method: weekly runs of households of a few lines, with amounts worked
// out by hand, and a second bookkeeper that adds up random ones.
#include "unit/payments/proposals.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace saldo;
using calendar::Rhythm;
using dossier::Priority;
using payments::Decision;
using payments::Position;
using payments::Proposal_line;
using payments::Reason;
using test::day;
using test::holding;
using test::income;
using test::once;
using test::told;
using test::with_lines;

namespace {

using Lines = std::vector<std::string>;

/// The run of the first week of March, made on Monday 2 March.
payments::Terms first_week() {
    return {day("2026-03-02"), day("2026-03-08")};
}

/// A line, and what goes first.
std::string told_with_first(const Proposal_line& line) {
    std::string text = told(line);
    if (line.goes_first) {
        text += " after " + line.goes_first->subject + " " + format(line.goes_first->due);
    }
    return line.next_income ? text + " income " + format(*line.next_income) : text;
}

Lines week(const dossier::Dossier& dossier, const Position& position) {
    Lines lines;
    for (const Proposal_line& line : payments::propose(dossier, position, first_week())) {
        lines.push_back(told_with_first(line));
    }
    return lines;
}

/// A card of 100.00 to pay this week, and rent of 600.00 later.
std::vector<dossier::Budget_line> card_and_rent(std::string_view rent_due = "2026-03-20") {
    return {once("card", Priority::debt, 10'000, "2026-03-05"),
            once("rent", Priority::housing, 60'000, rent_due)};
}

dossier::Dossier card_rent_and_wage(std::string_view wage_due) {
    auto lines = card_and_rent();
    lines.push_back(income("wage", 150'000, wage_due));
    return with_lines(lines);
}

const Lines card_in{"expense:card 100.00 in due"};

} // namespace

TEST_CASE("rent that is due before the next income goes first") {
    // Of 650.00 rent takes 600.00: of the card's 100.00 there are 50.00.
    CHECK(week(card_rent_and_wage("2026-03-25"), holding(65'000)) ==
          Lines{"expense:card 100.00 postponed no_money 50.00 after expense:rent 2026-03-20 "
                "income 2026-03-25"});
    CHECK(week(card_rent_and_wage("2026-03-25"), holding(70'000)) == card_in);
    // Not even the rent is covered: it has the first claim, and the card gets nothing.
    CHECK(week(card_rent_and_wage("2026-03-25"), holding(59'999)) ==
          Lines{"expense:card 100.00 postponed no_money 100.00 after expense:rent 2026-03-20 "
                "income 2026-03-25"});
}

TEST_CASE("rent that is due on the day of the next income or later is paid from that") {
    CHECK(week(card_rent_and_wage("2026-03-20"), holding(65'000)) == card_in);
    CHECK(week(card_rent_and_wage("2026-03-10"), holding(65'000)) == card_in);
    // The day it is due on counts, not the open day on which it comes: Saturday 21 March.
    CHECK(week(card_rent_and_wage("2026-03-21"), holding(65'000))
              .front()
              .ends_with("income 2026-03-23"));
}

TEST_CASE("without an income to come the next month counts") {
    // A month from 2 March ends before 2 April.
    CHECK(week(with_lines(card_and_rent("2026-04-01")), holding(65'000)) ==
          Lines{"expense:card 100.00 postponed no_money 50.00 after expense:rent 2026-04-01"});
    CHECK(week(with_lines(card_and_rent("2026-04-02")), holding(65'000)) == card_in);
    // An income after that month changes nothing.
    auto lines = card_and_rent("2026-04-02");
    lines.push_back(income("bonus", 150'000, "2026-06-30"));
    CHECK(week(with_lines(lines), holding(65'000)) == card_in);
}

TEST_CASE("only what is of a higher class goes first") {
    auto lines = card_and_rent();
    lines.push_back(once("deposit", Priority::housing, 10'000, "2026-03-06"));
    lines.push_back(once("loan", Priority::debt, 60'000, "2026-03-15"));
    lines.push_back(income("wage", 150'000, "2026-03-25"));
    // 750.00: the deposit of now is paid before the rent of later, of the same class; 50.00 are
    // left after the rent, for the card. The loan of later takes nothing from it.
    CHECK(week(with_lines(lines), holding(75'000)) ==
          Lines{"expense:deposit 100.00 in due",
                "expense:card 100.00 postponed no_money 50.00 after expense:rent 2026-03-20 "
                "income 2026-03-25"});
    CHECK(week(with_lines(lines), holding(80'000)) ==
          Lines{"expense:deposit 100.00 in due", "expense:card 100.00 in due"});
}

TEST_CASE("an income that is late is not waited for, one in its days of grace is") {
    auto lines = card_and_rent();
    lines.push_back(income("wage", 150'000, "2026-03-25"));
    lines.push_back(income("benefit", 90'000, "2026-02-27"));
    // A Friday: on Monday 2 March it may still come, so the rent is paid from it.
    CHECK(week(with_lines(lines), holding(65'000)) == card_in);
    // Due on Wednesday 25 February it is late from 1 March.
    lines.back() = income("benefit", 90'000, "2026-02-25");
    CHECK(week(with_lines(lines), holding(65'000)).front().ends_with("income 2026-03-25"));
    // What came is no longer to come: the next one is that of 25 March.
    lines.back() = income("benefit", 90'000, "2026-02-27");
    Position position = holding(65'000);
    position.settled[{"income:benefit", day("2026-02-27")}] = {Money::cents(-88'000),
                                                               Money::zero()};
    CHECK(week(with_lines(lines), position).front().ends_with("income 2026-03-25"));
    // What came and was taken back is.
    position.settled[{"income:benefit", day("2026-02-27")}] = {};
    CHECK(week(with_lines(lines), position) == card_in);
}

TEST_CASE("an income supposed not to come is not waited for") {
    const auto dossier = card_rent_and_wage("2026-03-10");
    payments::Terms terms = first_week();
    CHECK(told(payments::propose(dossier, holding(65'000), terms)) == card_in);
    terms.without_incomes = {"income:wage"};
    CHECK(told(payments::propose(dossier, holding(65'000), terms)) ==
          Lines{"expense:card 100.00 postponed no_money 50.00"});
}

TEST_CASE("pots: what comes into one is no income, what one pays leaves the rest alone") {
    auto lines = card_and_rent();
    lines.push_back(income("wage", 150'000, "2026-03-10"));
    lines.back().pot = "school";
    auto dossier = with_lines(lines);
    dossier.pots = {test::pot("school")};
    Position position = holding(65'000);
    position.pots.insert_or_assign("pot:main/school", Money::cents(60'000));
    CHECK(week(dossier, position) ==
          Lines{"expense:card 100.00 postponed no_money 50.00 after expense:rent 2026-03-20"});
    dossier.budget_lines[1].pot = "school";
    CHECK(week(dossier, position) == card_in);
}

TEST_CASE("money is kept for a collection of later, but not for what cannot be paid") {
    auto dossier = card_rent_and_wage("2026-03-25");
    dossier.budget_lines[1].mandate = "CORE-17";
    CHECK(week(dossier, holding(65'000))
              .front()
              .ends_with("50.00 after expense:rent 2026-03-20 income 2026-03-25"));
    dossier.budget_lines[1].mandate.clear();
    dossier.budget_lines[1].counterparty.iban.reset();
    CHECK(week(dossier, holding(65'000)) == card_in);
    dossier = card_rent_and_wage("2026-03-25");
    dossier.budget_lines[1].payer = dossier::Payer::client;
    CHECK(week(dossier, holding(65'000)) == card_in);
    dossier = card_rent_and_wage("2026-03-25");
    Position position = holding(65'000);
    position.settled[{"expense:rent", day("2026-03-20")}] = {Money::cents(60'000), Money::zero()};
    CHECK(week(dossier, position) == card_in);
}

TEST_CASE("each account looks ahead for itself") {
    auto dossier = card_rent_and_wage("2026-03-25");
    dossier.budget_lines[1].account = "reserve"; // the rent is paid from another account
    Position position = holding(10'000);
    position.pots.insert_or_assign("pot:reserve", Money::cents(100));
    CHECK(week(dossier, position) == card_in);
    // And its income is no income of the main account.
    dossier = card_rent_and_wage("2026-03-10");
    dossier.budget_lines[2].account = "reserve";
    position = holding(65'000);
    position.pots.insert_or_assign("pot:reserve", Money::zero());
    CHECK(week(dossier, position) ==
          Lines{"expense:card 100.00 postponed no_money 50.00 after expense:rent 2026-03-20"});
}

TEST_CASE("a line that keeps money it lacks itself is named, here the one of this run") {
    const auto dossier = with_lines({once("rent", Priority::housing, 60'000, "2026-03-05"),
                                     once("card", Priority::debt, 10'000, "2026-03-05")});
    CHECK(week(dossier, holding(50'000)) ==
          Lines{"expense:rent 600.00 postponed no_money 100.00",
                "expense:card 100.00 postponed no_money 100.00 after expense:rent 2026-03-05"});
}

namespace {

/// Once-lines of any class before and after the run, and perhaps an income.
dossier::Dossier any_lines() {
    std::vector<dossier::Budget_line> lines;
    const int count = *rc::gen::inRange(0, 15);
    for (int i = 0; i < count; ++i) {
        const auto priority = static_cast<Priority>(*rc::gen::inRange(0, 7));
        const auto due = format(day("2026-02-20").plus_days(*rc::gen::inRange(0, 60)));
        lines.push_back(
            once("line_" + std::to_string(i), priority, *rc::gen::inRange(1, 8'000), due));
    }
    if (*rc::gen::arbitrary<bool>()) {
        lines.push_back(
            income("wage", 1, format(day("2026-03-02").plus_days(*rc::gen::inRange(0, 50)))));
    }
    return with_lines(lines);
}

/// The first day that is not looked ahead to any more.
Date end_of_look_ahead(const dossier::Dossier& dossier) {
    Date end = day("2026-04-02");
    for (const dossier::Budget_line& line : dossier.budget_lines) {
        if (line.direction == dossier::Direction::income) {
            end = std::min(end, line.schedule.anchor);
        }
    }
    return end;
}

/// What is due after the run and before the end, up to and including this class.
Money ahead(const dossier::Dossier& dossier, Priority lowest) {
    const Date end = end_of_look_ahead(dossier);
    Money sum = Money::zero();
    for (const dossier::Budget_line& line : dossier.budget_lines) {
        const Date due = line.schedule.anchor;
        const bool counts = line.direction == dossier::Direction::expense &&
                            line.priority <= lowest && due > day("2026-03-08") && due < end;
        sum += counts ? line.schedule.amount : Money::zero();
    }
    return sum;
}

Money paid(const std::vector<Proposal_line>& lines, Priority highest, Priority lowest) {
    Money sum = Money::zero();
    for (const Proposal_line& line : lines) {
        const Priority priority = line.occurrence.priority;
        const bool counts =
            line.decision == Decision::in && priority >= highest && priority <= lowest;
        sum += counts ? line.amount : Money::zero();
    }
    return sum;
}

} // namespace

TEST_CASE("no class goes short until the next income because of a lower one") {
    CHECK(rc::check("classes", [] {
        const dossier::Dossier dossier = any_lines();
        const Money there = Money::cents(*rc::gen::inRange(0, 40'000));
        const auto lines = payments::propose(dossier, holding(there.cents()), first_week());
        for (int i = 0; i < 6; ++i) {
            const auto priority = static_cast<Priority>(i);
            const auto next = static_cast<Priority>(i + 1);
            const Money higher =
                paid(lines, Priority::housing, priority) + ahead(dossier, priority);
            const Money lower = paid(lines, next, Priority::pot);
            RC_ASSERT(lower.is_zero() || higher + lower <= there);
        }
        RC_CLASSIFY(std::ranges::any_of(
            lines, [](const auto& line) { return line.goes_first.has_value(); }));
    }));
}

TEST_CASE("what is not in the run takes nothing from what is, if there is enough for both") {
    CHECK(rc::check("enough", [] {
        const dossier::Dossier dossier = any_lines();
        for (const Proposal_line& line :
             payments::propose(dossier, holding(15 * 8'000), first_week())) {
            RC_ASSERT(line.decision == Decision::in);
            RC_ASSERT(line.occurrence.due <= day("2026-03-08"));
        }
    }));
}
