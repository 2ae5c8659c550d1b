// Goal: explained movements become entries that balance in both views. Method: postings written by
// hand from the table in postings.hpp.
#include "chart.hpp"
#include "items.hpp"
#include "support/aborts.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::reconcile;
using namespace saldo::reconcile::test;

namespace {

using Lines = std::vector<std::string>;

const ledger::Chart chart = household_chart();
const Date booked = day(2026, 3, 5);
const Date due = day(2026, 3, 1);

Booking booking() {
    return {.account = "main", .date = booked, .movement = Movement_id{4}, .origin = "a.cod:12"};
}

/// The holiday pot holds 30.00, the energy pot 5.00 less than nothing.
Money balance_of(const ledger::Account& pot) {
    return Money::cents(pot.code == "pot:main/holiday" ? 3'000 : -500);
}

Explanation from_pot(Explanation explanation, std::string pot) {
    explanation.pot = std::move(pot);
    return explanation;
}

Explanation rent(std::string pot = "pot:main") {
    return from_pot(settles(Rule::structured_reference, "expense:rent", due), std::move(pot));
}

ledger::Draft entry_of(const std::vector<Part>& parts) {
    ledger::Draft draft = movement_entry(booking(), parts, chart, balance_of);
    CHECK(ledger::check(draft).has_value());
    return draft;
}

ledger::Draft explained(const Part& part, std::string note = {}) {
    ledger::Draft draft = explanation_entry(booking(), part, std::move(note), chart, balance_of);
    CHECK(ledger::check(draft).has_value());
    return draft;
}

} // namespace

TEST_CASE("an entry tells of its movement, rule and origin") {
    const ledger::Draft draft = entry_of({{Money::cents(-100), concerns(Rule::own_order, 7)}});
    CHECK(draft.kind == ledger::Entry_kind::movement);
    CHECK(draft.date == booked);
    CHECK(draft.reason == "own_order");
    CHECK(draft.note.empty());
    CHECK(draft.origin == "a.cod:12");
    CHECK(draft.movement == Movement_id{4});
    CHECK(draft.run_line == Run_line_id{7});
    CHECK(draft.reverses == 0);
}

TEST_CASE("postings of a movement by what explains it") {
    struct Row {
        const char* what;
        Part part;
        Lines lines;
    };

    const Explanation wage = settles(Rule::iban_amount_date, "income:wage", due);
    const Explanation transfer = settles(Rule::own_account, "transfer", std::nullopt);
    const Row rows[] = {
        {"own order: the pots gave when it was ordered",
         {Money::cents(-100), concerns(Rule::own_order, 7)},
         {"bank:main -1.00", "transit:main 1.00"}},
        {"own return: its order is still to be reversed",
         {Money::cents(100), concerns(Rule::own_return, 7)},
         {"bank:main 1.00", "transit:main -1.00"}},
        {"income",
         {Money::cents(100), wage},
         {"bank:main 1.00", "income:wage@2026-03-01 -1.00", "pot:main 1.00"}},
        {"income into a pot",
         {Money::cents(100), from_pot(wage, "pot:main/holiday")},
         {"bank:main 1.00", "income:wage@2026-03-01 -1.00", "pot:main/holiday 1.00"}},
        {"expense the pot can bear",
         {Money::cents(-3'000), rent("pot:main/holiday")},
         {"bank:main -30.00", "expense:rent@2026-03-01 30.00", "pot:main/holiday -30.00"}},
        {"expense the pot bears in part",
         {Money::cents(-3'001), rent("pot:main/holiday")},
         {"bank:main -30.01", "expense:rent@2026-03-01 30.01", "pot:main/holiday -30.00",
          "pot:main -0.01"}},
        {"expense of a pot without money",
         {Money::cents(-100), rent("pot:main/energy")},
         {"bank:main -1.00", "expense:rent@2026-03-01 1.00", "pot:main -1.00"}},
        {"transfer to savings",
         {Money::cents(-100), transfer},
         {"bank:main -1.00", "transfer 1.00", "pot:main -1.00"}},
        {"suspense",
         {Money::cents(100), suspense(Doubt::nothing_fits)},
         {"bank:main 1.00", "suspense:main -1.00", "pot:main 1.00"}},
        {"no money", {Money::zero(), suspense(Doubt::nothing_fits)}, {"bank:main 0.00"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const ledger::Draft draft = entry_of({row.part});
        CHECK(lines(draft) == row.lines);
        CHECK(draft.reason == name(row.part.explanation.rule));
    }
}

TEST_CASE("a total of details is one entry; equal accounts are one posting") {
    const ledger::Draft batch = entry_of({{Money::cents(-100), concerns(Rule::own_order, 7)},
                                          {Money::cents(-250), concerns(Rule::own_order, 8)}});
    CHECK(lines(batch) == Lines{"bank:main -3.50", "transit:main 3.50"});
    CHECK(batch.reason == "own_order");
    CHECK_FALSE(batch.run_line.has_value());

    Explanation late = rent("pot:main/holiday");
    late.grounds = {3, Money::cents(-50), {}};
    const ledger::Draft mixed =
        entry_of({{Money::cents(-2'000), rent("pot:main/holiday"), Movement_id{11}},
                  {Money::cents(-100), concerns(Rule::own_order, 8), Movement_id{12}},
                  {Money::cents(-2'000), late, Movement_id{13}},
                  {Money::cents(-5), suspense(Doubt::amount_differs), Movement_id{14}}});
    CHECK(lines(mixed) == Lines{"bank:main -41.05", "expense:rent@2026-03-01 40.00",
                                "transit:main 1.00", "suspense:main 0.05",
                                "pot:main/holiday -30.00", "pot:main -10.05"});
    CHECK(mixed.reason == "mixed");
    CHECK(mixed.note ==
          "11 structured_reference expense:rent due=2026-03-01 pot=pot:main/holiday; 12 own_order; "
          "13 structured_reference expense:rent due=2026-03-01 pot=pot:main/holiday days=3 "
          "difference=-0.50; 14 suspense amount_differs");

    const ledger::Draft doubts = entry_of({{Money::cents(1), suspense(Doubt::nothing_fits)},
                                           {Money::cents(2), suspense(Doubt::several_fit)}});
    CHECK(doubts.reason == "suspense");
    CHECK(doubts.note == "0 suspense nothing_fits; 0 suspense several_fit");
}

TEST_CASE("taking an amount out of suspense") {
    struct Row {
        const char* what;
        Part part;
        Lines lines;
    };

    Explanation by_hand = rent();
    by_hand.rule = Rule::by_hand;
    const Row rows[] = {
        {"to the free part's rent",
         {Money::cents(-100), by_hand},
         {"suspense:main -1.00", "expense:rent@2026-03-01 1.00"}},
        {"to rent of a pot with too little",
         {Money::cents(-4'000), rent("pot:main/holiday")},
         {"suspense:main -40.00", "expense:rent@2026-03-01 40.00", "pot:main 30.00",
          "pot:main/holiday -30.00"}},
        {"to income of a pot",
         {Money::cents(100),
          from_pot(settles(Rule::by_hand, "income:wage", {}), "pot:main/energy")},
         {"suspense:main 1.00", "income:wage -1.00", "pot:main -1.00", "pot:main/energy 1.00"}},
        {"to an order: the free part gets back what it bore",
         {Money::cents(-100), concerns(Rule::own_order, 7)},
         {"suspense:main -1.00", "transit:main 1.00", "pot:main 1.00"}},
        {"to the return of an order",
         {Money::cents(100), concerns(Rule::own_return, 7)},
         {"suspense:main 1.00", "transit:main -1.00", "pot:main -1.00"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const ledger::Draft draft = explained(row.part, "seen on the bill");
        CHECK(lines(draft) == row.lines);
        CHECK(draft.kind == ledger::Entry_kind::explanation);
        CHECK(draft.reason == name(row.part.explanation.rule));
        CHECK(draft.note == "seen on the bill");
        CHECK(draft.run_line == row.part.explanation.order);
    }
}

TEST_CASE("an entry of no parts, and an explanation that explains nothing, break the contract") {
    CHECK(saldo::test::aborts([] { return movement_entry(booking(), {}, chart, balance_of); }));
    const Part doubtful{Money::cents(100), suspense(Doubt::several_fit)};
    CHECK(saldo::test::aborts(
        [&] { return explanation_entry(booking(), doubtful, {}, chart, balance_of); }));
}
