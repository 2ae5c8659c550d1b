// Goal: every due line is in, out or postponed for the right reason and on the right day. Method:
// stories with amounts worked out by hand; a second bookkeeper that pays what is proposed.
#include "payments/proposal.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace saldo;
using calendar::Rhythm;
using dossier::Priority;
using payments::Decision;
using payments::Position;
using payments::Reason;
using test::day;

namespace {

/// The bare household with these lines, all due on 10 March 2026 or as told.
dossier::Dossier with_lines(std::vector<dossier::Budget_line> lines) {
    dossier::Dossier dossier = test::bare_dossier();
    dossier.accounts.front().overdraft = Money::zero();
    dossier.budget_lines = std::move(lines);
    return dossier;
}

dossier::Budget_line
once(std::string id, Priority priority, std::int64_t cents, std::string_view due = "2026-03-10") {
    return test::expense(std::move(id), priority, test::schedule(Rhythm::once, due, cents));
}

dossier::Pot pot(std::string id) {
    return {.id = std::move(id), .account = "main", .name = "Pot", .set_aside = {}};
}

Position holding(std::int64_t free_cents) {
    Position position;
    position.pots.insert_or_assign("pot:main", Money::cents(free_cents));
    return position;
}

std::string told(const payments::Proposal_line& line) {
    std::string text = line.occurrence.subject + " " + format(line.amount) + " " +
                       std::string(name(line.decision)) + " " + std::string(name(line.reason));
    return line.short_by.is_zero() ? text : text + " " + format(line.short_by);
}

std::vector<std::string> told(const std::vector<payments::Proposal_line>& lines) {
    std::vector<std::string> all;
    for (const payments::Proposal_line& line : lines) {
        all.push_back(told(line));
    }
    return all;
}

std::vector<std::string> proposed(const dossier::Dossier& dossier, const Position& position) {
    return told(payments::propose(dossier, position, day("2026-03-02"), day("2026-03-31")));
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("names of decisions and reasons lead back to them") {
    for (const Decision decision : {Decision::in, Decision::out, Decision::postponed}) {
        CHECK(payments::decision_from(name(decision)) == decision);
    }
    for (const Reason reason : {Reason::due, Reason::no_money, Reason::no_iban,
                                Reason::payer_is_client, Reason::already_paid, Reason::closed}) {
        CHECK(payments::reason_from(name(reason)) == reason);
    }
    CHECK_FALSE(payments::decision_from("maybe").has_value());
    CHECK_FALSE(payments::reason_from("").has_value());
}

TEST_CASE("lines come in order of class, due date and subject; incomes are no lines") {
    auto wage = once("wage", Priority::housing, 100);
    wage.direction = dossier::Direction::income;
    const auto dossier = with_lines(
        {once("b", Priority::energy, 100), once("a", Priority::energy, 100),
         once("late", Priority::housing, 100, "2026-03-31"), once("early", Priority::housing, 100),
         once("beyond", Priority::housing, 100, "2026-04-01"), wage});
    CHECK(proposed(dossier, holding(400)) ==
          Lines{"expense:early 1.00 in due", "expense:late 1.00 in due", "expense:a 1.00 in due",
                "expense:b 1.00 in due"});
}

TEST_CASE("what is short waits whole, with the first claim on what is left") {
    // 100.00 is there. Energy takes 30; of 80 for alimony 70 are left, so 10 lack. The other
    // alimony of 60 still fits. From then on nothing is left for lower classes.
    const auto dossier = with_lines(
        {once("power", Priority::energy, 3'000), once("child_1", Priority::alimony, 8'000),
         once("child_2", Priority::alimony, 6'000), once("phone", Priority::fixed_cost, 500),
         once("card", Priority::debt, 100)});
    CHECK(proposed(dossier, holding(10'000)) ==
          Lines{"expense:power 30.00 in due", "expense:child_1 80.00 postponed no_money 10.00",
                "expense:child_2 60.00 in due", "expense:phone 5.00 postponed no_money 5.00",
                "expense:card 1.00 postponed no_money 1.00"});
}

TEST_CASE("the free part goes down to the overdraft and no further") {
    auto dossier = with_lines({once("rent", Priority::housing, 15'000)});
    dossier.accounts.front().overdraft = Money::cents(5'000);
    CHECK(proposed(dossier, holding(10'000)) == Lines{"expense:rent 150.00 in due"});
    CHECK(proposed(dossier, holding(9'999)) ==
          Lines{"expense:rent 150.00 postponed no_money 0.01"});
    CHECK(proposed(dossier, holding(-6'000)) ==
          Lines{"expense:rent 150.00 postponed no_money 150.00"});
}

TEST_CASE("a line takes from its pot first, then from the free part") {
    auto bill = once("bill", Priority::fixed_cost, 9'000);
    bill.pot = "school";
    auto dossier = with_lines({bill, once("phone", Priority::fixed_cost, 1'500, "2026-03-11")});
    dossier.pots = {pot("school")};
    Position position = holding(3'000);
    position.pots.insert_or_assign("pot:main/school", Money::cents(7'000));
    // 70 from the pot and 20 of the 30 free: 10 are left where 15 are due.
    CHECK(proposed(dossier, position) ==
          Lines{"expense:bill 90.00 in due", "expense:phone 15.00 postponed no_money 5.00"});
    position.pots.insert_or_assign("pot:main/school", Money::cents(5'999));
    CHECK(proposed(dossier, position) ==
          Lines{"expense:bill 90.00 postponed no_money 0.01", "expense:phone 15.00 in due"});
}

TEST_CASE("a pot that bears a line alone pays it, even while a higher class waits") {
    auto bill = once("bill", Priority::debt, 2'000);
    bill.pot = "school";
    auto dossier = with_lines({once("rent", Priority::housing, 65'000), bill});
    dossier.pots = {pot("school")};
    Position position = holding(10'000);
    position.pots.insert_or_assign("pot:main/school", Money::cents(2'000));
    CHECK(proposed(dossier, position) ==
          Lines{"expense:rent 650.00 postponed no_money 550.00", "expense:bill 20.00 in due"});
    // The pot of the line that waits is kept for it as well.
    dossier.budget_lines.front().pot = "school";
    CHECK(proposed(dossier, position) == Lines{"expense:rent 650.00 postponed no_money 530.00",
                                               "expense:bill 20.00 postponed no_money 20.00"});
}

TEST_CASE("money in other runs is not there any more") {
    const auto dossier = with_lines({once("rent", Priority::housing, 6'000)});
    Position position = holding(10'000);
    position.pending.insert_or_assign("pot:main", Money::cents(4'001));
    CHECK(proposed(dossier, position) == Lines{"expense:rent 60.00 postponed no_money 0.01"});
}

TEST_CASE("what is settled counts") {
    const auto dossier = with_lines({once("rent", Priority::housing, 6'000)});
    const auto with = [&](std::int64_t paid, std::int64_t pending) {
        Position position = holding(10'000);
        position.settled[{"expense:rent", day("2026-03-10")}] = {Money::cents(paid),
                                                                 Money::cents(pending)};
        return proposed(dossier, position);
    };
    CHECK(with(6'000, 0) == Lines{"expense:rent 0.00 out already_paid"});
    CHECK(with(7'000, 0) == Lines{"expense:rent 0.00 out already_paid"});
    CHECK(with(0, 6'000) == Lines{"expense:rent 0.00 out already_paid"});
    CHECK(with(2'000, 4'000) == Lines{"expense:rent 0.00 out already_paid"});
    CHECK(with(2'500, 0) == Lines{"expense:rent 35.00 in due"});
    CHECK(with(2'500, 1'000) == Lines{"expense:rent 25.00 in due"});
    CHECK(with(-1'000, 0) == Lines{"expense:rent 60.00 in due"});
}

TEST_CASE("what is over and done is not listed, what was missed is") {
    auto rent = test::expense("rent", Priority::housing,
                              test::schedule(Rhythm::monthly, "2026-02-10", 6'000));
    auto phone = rent;
    phone.id = "phone";
    phone.payer = dossier::Payer::client;
    const auto dossier = with_lines({rent, phone});
    Position position = holding(100'000);
    CHECK(proposed(dossier, position) == Lines{"expense:rent 60.00 in due",
                                               "expense:phone 60.00 out payer_is_client",
                                               "expense:rent 60.00 in due"});
    position.settled[{"expense:rent", day("2026-02-10")}] = {Money::cents(6'000), Money::zero()};
    position.settled[{"expense:rent", day("2026-03-10")}] = {Money::cents(6'000), Money::zero()};
    CHECK(proposed(dossier, position) ==
          Lines{"expense:phone 60.00 out payer_is_client", "expense:rent 0.00 out already_paid"});
    position.settled[{"expense:rent", day("2026-02-10")}] = {Money::zero(), Money::cents(6'000)};
    CHECK(proposed(dossier, position) == Lines{"expense:rent 0.00 out already_paid",
                                               "expense:phone 60.00 out payer_is_client",
                                               "expense:rent 0.00 out already_paid"});
}

TEST_CASE("without IBAN a line waits and claims nothing") {
    auto rent = once("rent", Priority::housing, 6'000);
    rent.counterparty.iban.reset();
    const auto dossier = with_lines({rent, once("phone", Priority::debt, 500)});
    CHECK(proposed(dossier, holding(500)) ==
          Lines{"expense:rent 60.00 postponed no_iban", "expense:phone 5.00 in due"});
}

TEST_CASE("after the last day of dossier or account nothing leaves") {
    // Due on Tuesday 10 March, to arrive by then: leaves on Monday 9 March.
    auto dossier = with_lines({once("rent", Priority::housing, 6'000)});
    dossier.accounts.front().closed = day("2026-03-09");
    CHECK(proposed(dossier, holding(6'000)) == Lines{"expense:rent 60.00 in due"});
    dossier.accounts.front().closed = day("2026-03-08");
    CHECK(proposed(dossier, holding(6'000)) == Lines{"expense:rent 60.00 out closed"});
    dossier.accounts.front().closed.reset();
    dossier.closed = day("2026-03-08");
    CHECK(proposed(dossier, holding(6'000)) == Lines{"expense:rent 60.00 out closed"});
}

TEST_CASE("living money, instalments and set-asides are lines") {
    auto read = dossier::read_document(test::sample_dossier);
    REQUIRE(read.has_value());
    // 880.00 and 100.00 of overdraft: after the rent and three weeks 75.00 are left.
    const Position position = holding(88'000);
    const auto lines =
        told(payments::propose(*read, position, day("2026-02-16"), day("2026-02-25")));
    // Nothing is settled, so what was due since the opening is still to pay.
    CHECK(lines == Lines{"expense:rent 650.00 in due", "living_money:week 85.00 in due",
                         "living_money:week 85.00 in due", "living_money:week 85.00 in due",
                         "living_money:week 85.00 postponed no_money 10.00",
                         "debt:energy/2025-17 40.00 postponed no_money 40.00",
                         "pot:main/school 25.00 postponed no_money 25.00"});
}

TEST_CASE("a set-aside comes from the free part, not from the pot it fills") {
    auto dossier = with_lines({});
    dossier.pots = {pot("school")};
    dossier.pots.front().set_aside = test::schedule(Rhythm::once, "2026-03-10", 2'500);
    Position position = holding(2'400);
    position.pots.insert_or_assign("pot:main/school", Money::cents(9'000));
    CHECK(proposed(dossier, position) == Lines{"pot:main/school 25.00 postponed no_money 1.00"});
}

TEST_CASE("execution dates") {
    struct Row {
        const char* due;
        dossier::Moves moves;
        const char* as_of;
        const char* leaves;
    };
    using enum dossier::Moves;
    // 2026: Easter Monday 6 April, Good Friday 3 April, 1 May a Friday. 2027: 1 January a Friday.
    const Row rows[] = {
        {"2026-03-11", before, "2026-03-02", "2026-03-10"}, // a Wednesday: leaves on Tuesday
        {"2026-03-09", before, "2026-03-02", "2026-03-06"}, // a Monday: leaves on Friday
        {"2026-03-08", before, "2026-03-02", "2026-03-05"}, // a Sunday: there on Friday
        {"2026-04-06", before, "2026-03-02", "2026-04-01"}, // Easter Monday: there on Thursday
        {"2026-04-07", before, "2026-03-02", "2026-04-02"}, // over Easter
        {"2027-01-01", before, "2026-12-01", "2026-12-30"}, // there on 31 December
        {"2026-03-03", before, "2026-03-03", "2026-03-03"}, // too late to arrive: at once
        {"2026-02-10", before, "2026-03-07", "2026-03-09"}, // missed; decided on a Saturday
        {"2026-03-11", after, "2026-03-02", "2026-03-11"},
        {"2026-03-08", after, "2026-03-02", "2026-03-09"}, // a Sunday: leaves on Monday
        {"2026-04-03", after, "2026-03-02", "2026-04-07"}, // Good Friday: after Easter Monday
        {"2026-05-01", after, "2026-03-02", "2026-05-04"},
        {"2026-02-10", after, "2026-03-07", "2026-03-09"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.due);
        CAPTURE(row.as_of);
        auto line = once("line", Priority::housing, 100, row.due);
        line.moves = row.moves;
        const auto lines =
            payments::propose(with_lines({line}), holding(100), day(row.as_of), day("2027-12-31"));
        REQUIRE(lines.size() == 1);
        CHECK(format(lines.front().execution_date) == row.leaves);
    }
}

TEST_CASE("a set-aside keeps its day, open or not, but not a past one") {
    auto dossier = with_lines({});
    dossier.pots = {pot("school")};
    for (const auto& [due, leaves] :
         {std::pair{"2026-03-08", "2026-03-08"}, std::pair{"2026-02-20", "2026-03-02"}}) {
        dossier.pots.front().set_aside = test::schedule(Rhythm::once, due, 2'500);
        const auto lines =
            payments::propose(dossier, holding(2'500), day("2026-03-02"), day("2026-03-31"));
        REQUIRE(lines.size() == 1);
        CHECK(format(lines.front().execution_date) == leaves);
    }
}

namespace {

/// A household with up to twelve lines of any class, some from pots, and a set-aside.
dossier::Dossier any_dossier() {
    dossier::Dossier dossier = with_lines({});
    dossier.accounts.front().overdraft = Money::cents(*rc::gen::inRange(0, 5'000));
    dossier.pots = {pot("one"), pot("two")};
    dossier.pots.front().set_aside = test::schedule(Rhythm::monthly, "2026-03-05", 2'000);
    const int count = *rc::gen::inRange(0, 13);
    for (int i = 0; i < count; ++i) {
        const auto priority = static_cast<Priority>(*rc::gen::inRange(0, 7));
        const auto due = format(day("2026-02-15").plus_days(*rc::gen::inRange(0, 50)));
        auto line = once("line_" + std::to_string(i), priority, *rc::gen::inRange(1, 8'000), due);
        line.pot = *rc::gen::element<std::string>("", "", "one", "two");
        if (*rc::gen::inRange(0, 10) == 0) {
            line.counterparty.iban.reset();
        }
        if (*rc::gen::inRange(0, 10) == 0) {
            line.payer = dossier::Payer::client;
        }
        dossier.budget_lines.push_back(line);
    }
    return dossier;
}

Position any_position(const dossier::Dossier& dossier) {
    Position position = holding(*rc::gen::inRange(-2'000, 20'000));
    position.pots.insert_or_assign("pot:main/one", Money::cents(*rc::gen::inRange(0, 5'000)));
    position.pots.insert_or_assign("pot:main/two", Money::cents(*rc::gen::inRange(0, 5'000)));
    position.pending.insert_or_assign("pot:main", Money::cents(*rc::gen::inRange(0, 1'000)));
    for (const dossier::Budget_line& line : dossier.budget_lines) {
        if (*rc::gen::inRange(0, 4) == 0) {
            position.settled[{"expense:" + line.id, line.schedule.anchor}] = {
                Money::cents(*rc::gen::inRange(0, 9'000)), Money::zero()};
        }
    }
    return position;
}

/// What is left in each pot when all that is in is paid, from its pot first. Also tells whether a
/// line took from the free part while a higher class waits for money on the account.
struct Outcome {
    std::map<std::string, Money> left;
    bool order_kept = true;
};

Outcome pay(const std::vector<payments::Proposal_line>& lines, const Position& position) {
    Outcome outcome{position.pots, true};
    for (const auto& [code, pending] : position.pending) {
        outcome.left.at(code) -= pending;
    }
    bool higher_waits = false;
    Priority waiting = Priority::pot;
    for (const payments::Proposal_line& line : lines) {
        const std::string& subject = line.occurrence.subject;
        Money rest = line.amount;
        if (line.reason == Reason::no_money && !higher_waits) {
            higher_waits = true;
            waiting = line.occurrence.priority;
        }
        if (line.decision != Decision::in) {
            continue;
        }
        if (line.occurrence.pot != "pot:main" && line.occurrence.pot != subject) {
            Money& own = outcome.left.at(line.occurrence.pot);
            const Money taken = std::min(rest, own);
            own -= taken;
            rest -= taken;
        }
        outcome.left.at("pot:main") -= rest;
        if (rest.is_positive() && higher_waits && waiting < line.occurrence.priority) {
            outcome.order_kept = false;
        }
    }
    return outcome;
}

} // namespace

TEST_CASE("paying a proposal overdraws nothing and keeps the order of classes") {
    CHECK(rc::check("balances and order", [] {
        const dossier::Dossier dossier = any_dossier();
        const Position position = any_position(dossier);
        const auto lines =
            payments::propose(dossier, position, day("2026-03-02"), day("2026-03-31"));
        const Outcome outcome = pay(lines, position);
        const Money overdraft = dossier.accounts.front().overdraft;
        const Money free_before = position.pots.at("pot:main") - position.pending.at("pot:main");
        for (const auto& [code, left] : outcome.left) {
            const Money floor =
                code == "pot:main" ? std::min(-overdraft, free_before) : Money::zero();
            RC_ASSERT(left >= floor);
        }
        RC_ASSERT(outcome.order_kept);
        RC_CLASSIFY(std::ranges::any_of(
            lines, [](const auto& line) { return line.reason == Reason::no_money; }));
    }));
}

TEST_CASE("every due line is decided once, and one that waits lacks what it says") {
    CHECK(rc::check("whole and exact", [] {
        dossier::Dossier dossier = any_dossier();
        Position position = any_position(dossier);
        const auto lines =
            payments::propose(dossier, position, day("2026-03-02"), day("2026-03-31"));
        std::set<std::string> subjects;
        for (const payments::Proposal_line& line : lines) {
            RC_ASSERT(subjects.insert(line.occurrence.subject).second);
            RC_ASSERT(line.execution_date >= day("2026-03-02"));
            RC_ASSERT((line.reason == Reason::no_money) == line.short_by.is_positive());
            RC_ASSERT(line.short_by <= line.amount);
        }
        // The first line that waits fits as soon as the account holds what it lacks: all before
        // it are decided the same way. An account overdrawn too far must first come back.
        const auto waits =
            std::ranges::find(lines, Reason::no_money, &payments::Proposal_line::reason);
        const Money free = position.pots.at("pot:main") - position.pending.at("pot:main") +
                           dossier.accounts.front().overdraft;
        RC_PRE(waits != lines.end() && !free.is_negative());
        position.pots.at("pot:main") += waits->short_by;
        const auto again =
            payments::propose(dossier, position, day("2026-03-02"), day("2026-03-31"));
        RC_ASSERT(again[static_cast<std::size_t>(waits - lines.begin())].decision == Decision::in);
    }));
}

TEST_CASE("the order of the lists changes nothing") {
    CHECK(rc::check("shuffled", [] {
        dossier::Dossier dossier = any_dossier();
        const Position position = any_position(dossier);
        const auto propose = [&] {
            return told(payments::propose(dossier, position, day("2026-03-02"), day("2026-03-31")));
        };
        const auto before = propose();
        std::ranges::reverse(dossier.accounts);
        std::ranges::reverse(dossier.pots);
        const std::size_t count = dossier.budget_lines.size();
        for (std::size_t i = 0; i < count; ++i) {
            std::swap(dossier.budget_lines[i],
                      dossier.budget_lines[*rc::gen::inRange<std::size_t>(0, count)]);
        }
        RC_ASSERT(propose() == before);
    }));
}
