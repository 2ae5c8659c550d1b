// Goal: whatever is due, a proposal overdraws nothing and keeps the order of classes. Method: a
// second bookkeeper that pays what is proposed.
#include "unit/payments/proposals.hpp"

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
using test::holding;
using test::once;
using test::pot;
using test::proposed;
using test::told;
using test::with_lines;

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
        if (*rc::gen::inRange(0, 5) == 0) {
            line.mandate = "CORE-17";
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
        const bool waits = line.reason == Reason::no_money ||
                           (line.reason == Reason::payee_collects && line.short_by.is_positive());
        if (waits && !higher_waits) {
            higher_waits = true;
            waiting = line.occurrence.priority;
        }
        // What a payee can collect in full will leave the account as a payment does.
        const bool collects = line.reason == Reason::payee_collects && line.short_by.is_zero();
        if (line.decision != Decision::in && !collects) {
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
            payments::propose(dossier, position, {day("2026-03-02"), day("2026-03-31")});
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
            payments::propose(dossier, position, {day("2026-03-02"), day("2026-03-31")});
        std::set<std::string> subjects;
        for (const payments::Proposal_line& line : lines) {
            RC_ASSERT(subjects.insert(line.occurrence.subject).second);
            RC_ASSERT(line.execution_date >= day("2026-03-02"));
            RC_ASSERT(line.reason != Reason::no_money || line.short_by.is_positive());
            RC_ASSERT(line.reason == Reason::no_money || line.reason == Reason::payee_collects ||
                      line.short_by.is_zero());
            RC_ASSERT(line.occurrence.mandate.empty() || line.decision != Decision::in);
            RC_ASSERT(line.short_by <= line.amount);
        }
        // The first line that waits fits as soon as the account holds what it lacks: all before
        // it are decided the same way. An account overdrawn too far must first come back, and a
        // collection before it takes what it lacks first.
        const auto waits =
            std::ranges::find_if(lines, [](const auto& line) { return !line.short_by.is_zero(); });
        const Money free = position.pots.at("pot:main") - position.pending.at("pot:main") +
                           dossier.accounts.front().overdraft;
        RC_PRE(waits != lines.end()); // each for itself: RC_PRE evaluates both sides of &&
        RC_PRE(waits->reason == Reason::no_money);
        RC_PRE(!waits->goes_first.has_value()); // what goes first lacks money before it
        RC_PRE(!free.is_negative());
        position.pots.at("pot:main") += waits->short_by;
        const auto again =
            payments::propose(dossier, position, {day("2026-03-02"), day("2026-03-31")});
        RC_ASSERT(again[static_cast<std::size_t>(waits - lines.begin())].decision == Decision::in);
    }));
}

TEST_CASE("the order of the lists changes nothing") {
    CHECK(rc::check("shuffled", [] {
        dossier::Dossier dossier = any_dossier();
        const Position position = any_position(dossier);
        const auto propose = [&] {
            return told(
                payments::propose(dossier, position, {day("2026-03-02"), day("2026-03-31")}));
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
