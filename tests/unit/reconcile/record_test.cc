// Goal: what a note keeps of a decision is read back as it was, and a person's words are never
// taken for it. Method: a table by hand, and random parts.
#include "items.hpp"
#include "reconcile/record.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace saldo;
using namespace saldo::reconcile;
using namespace saldo::reconcile::test;

namespace {

Part part_of(std::int64_t movement, Explanation explanation) {
    return {Money::zero(), std::move(explanation), Movement_id{movement}};
}

bool same(const Part& a, const Part& b) {
    return a.movement == b.movement && a.explanation == b.explanation &&
           a.explanation.grounds == b.explanation.grounds;
}

Part some_part(std::int64_t movement) {
    const int kind = *rc::gen::inRange(0, 5);
    if (kind == 0) {
        Explanation doubtful =
            suspense(*rc::gen::element(Doubt::nothing_fits, Doubt::amount_differs));
        doubtful.pot.clear(); // the free part of the account, as a note need not say
        return part_of(movement, doubtful);
    }
    if (kind == 1) {
        Part part = part_of(movement, {});
        part.explanation.rule = Rule::own_order; // which one, the movement says
        return part;
    }
    if (kind == 2) {
        Part part = part_of(movement, {});
        part.explanation.rule = *rc::gen::element(Rule::own_payment, Rule::own_return);
        part.explanation.grounds.order = "R2026-0001-000087";
        return part;
    }
    const bool is_due = kind == 4;
    Explanation explanation =
        settles(*rc::gen::element(Rule::mandate, Rule::iban_amount_date, Rule::own_account),
                *rc::gen::element<std::string>("transfer", "debt:a.b/2025-17", "expense:x_1"),
                is_due ? std::optional(day(2026, 1, 1).plus_days(*rc::gen::inRange(0, 900)))
                       : std::nullopt);
    if (is_due) {
        explanation.grounds = {
            *rc::gen::inRange(-45, 46), Money::cents(*rc::gen::inRange(-9'999, 9'999)),
            Match_rule_id{*rc::gen::inRange(1, 99)}, Movement_id{*rc::gen::inRange(1, 99)}};
    }
    return part_of(movement, explanation);
}

} // namespace

TEST_CASE("the note of one part") {
    Explanation explanation = settles(Rule::mandate, "expense:gas", day(2026, 3, 1));
    explanation.grounds = {-2, Money::cents(150), Match_rule_id{7}};
    const Part explained = part_of(4, explanation);
    CHECK(note_of({&explained, 1}) == "days=-2 difference=1.50 rule=7");
    CHECK(grounds_from("days=-2 difference=1.50 rule=7") == explanation.grounds);

    const Part order = part_of(4, concerns(Rule::own_order, 7));
    CHECK(note_of({&order, 1}).empty());
    Explanation nameless = concerns(Rule::own_payment, 7);
    nameless.grounds = {.days = 1, .order = "R2026-0001-000087"};
    const Part payment = part_of(4, nameless);
    CHECK(note_of({&payment, 1}) == "days=1 order=R2026-0001-000087");
    CHECK(grounds_from("days=1 order=R2026-0001-000087") == nameless.grounds);
    const Part doubtful = part_of(4, suspense(Doubt::several_fit));
    CHECK(note_of({&doubtful, 1}) == "several_fit");
}

TEST_CASE("words are no figures and no parts") {
    for (const char* words : {"bill seen", "days=two", "difference=1,50", "days=1 and a bit",
                              "order=", "nothing_fits", "12 own order; 13 rent", "x own_order"}) {
        CAPTURE(std::string(words));
        CHECK(grounds_from(words) == Grounds{});
        CHECK(parts_from(words).empty());
    }
}

TEST_CASE("details are read back as they were") {
    CHECK(rc::check("note_of", [] {
        std::vector<Part> parts;
        for (int i = *rc::gen::inRange(2, 6); i > 0; --i) {
            parts.push_back(some_part(100 + i));
        }
        const std::vector<Part> read = parts_from(note_of(parts));
        RC_ASSERT(read.size() == parts.size());
        for (std::size_t i = 0; i < parts.size(); ++i) {
            RC_ASSERT(same(read[i], parts[i]));
        }
    }));
}
