// Goal: who decides on a claim, and what a decision may be. Method: one claim that is to be reduced
// from 480.00 to 455.00, and every way to decide on it.
#include "check_case.hpp"
#include "claims/codes.hpp"
#include "claims/decision.hpp"

using namespace saldo;
using namespace saldo::test;
using claims::Wanted_decision;
using dossier::Verdict_kind;

namespace {

dossier::Worker worker(const char* user, const char* role, const char* from, const char* last) {
    return {user, role, calendar::Date_range::through(day(from), day(last)).value()};
}

dossier::Dossier dossier_of() {
    dossier::Dossier dossier{.number = "2026-001",
                             .opened = day("2024-01-01"),
                             .closed = {},
                             .household = {},
                             .mandates = {},
                             .workers = {worker("an", "counsellor", "2024-01-01", "2026-12-31"),
                                         worker("bo", "jurist", "2024-06-01", "2024-07-31"),
                                         worker("di", "deputy", "2024-01-01", "2026-12-31"),
                                         worker("ed", "head", "2024-01-01", "2026-12-31")},
                             .accounts = {},
                             .pots = {},
                             .budget_lines = {},
                             .living_money = {},
                             .creditors = {}};
    return dossier;
}

dossier::Claim too_large() {
    auto claim = consumer_claim("2024-01-10", "2024-05-31", "400.00");
    claim.penalty = euro("80.00");
    return claim;
}

Result<dossier::Decision> decide(const dossier::Claim& claim,
                                 const Wanted_decision& wanted,
                                 const char* user = "bo",
                                 const char* on = "2024-06-15") {
    return claims::decide(dossier_of(), claim, verdict_of(claim, on), wanted, user, day(on));
}

} // namespace

TEST_CASE("the jurist or the head decides, while they work on the dossier") {
    struct Row {
        const char* user;
        const char* on;
        bool may;
    };

    for (const Row& row : {Row{"bo", "2024-05-31", false},
                           {"bo", "2024-06-01", true},
                           {"bo", "2024-07-31", true},
                           {"bo", "2024-08-01", false},
                           {"ed", "2024-05-31", true},
                           {"an", "2024-06-15", false},
                           {"di", "2024-06-15", false},
                           {"nobody", "2024-06-15", false}}) {
        CAPTURE(row.user);
        CAPTURE(row.on);
        const auto decided = decide(too_large(), {Verdict_kind::reduce, {}, {}}, row.user, row.on);
        CHECK(decided.has_value() == row.may);
        if (!decided) {
            CHECK(decided.error().code() == claims::not_a_jurist);
        }
    }
}

TEST_CASE("the computed verdict is confirmed without a reason") {
    const auto decided = decide(too_large(), {Verdict_kind::reduce, {}, {}});
    REQUIRE(decided);
    CHECK(decided->verdict == Verdict_kind::reduce);
    CHECK(decided->computed == Verdict_kind::reduce);
    CHECK(decided->reduce_to == euro("455.00"));
    CHECK(decided->user == "bo");
    CHECK(decided->date == day("2024-06-15"));
    CHECK(decide(too_large(), {Verdict_kind::reduce, euro("455.00"), {}}) == decided);
}

TEST_CASE("another verdict, or another sum, needs a reason") {
    for (const Wanted_decision& wanted : {Wanted_decision{Verdict_kind::due, {}, {}},
                                          {Verdict_kind::dispute, {}, {}},
                                          {Verdict_kind::unclear, {}, {}},
                                          {Verdict_kind::reduce, euro("400.00"), {}}}) {
        const auto refused = decide(too_large(), wanted);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code() == claims::reason_missing);
        Wanted_decision reasoned = wanted;
        reasoned.reason = "the clause is void as a whole";
        const auto decided = decide(too_large(), reasoned);
        REQUIRE(decided);
        CHECK(decided->verdict == wanted.verdict);
        CHECK(decided->computed == Verdict_kind::reduce);
        CHECK(decided->reduce_to == wanted.reduce_to);
        CHECK(decided->reason == reasoned.reason);
    }
}

TEST_CASE("a sum to reduce to is of a reduction, and less than what is claimed") {
    const auto code = [](const dossier::Claim& claim, Wanted_decision wanted) {
        wanted.reason = "why";
        return decide(claim, wanted).error().code();
    };
    const auto claim = too_large(); // 480.00
    CHECK(code(claim, {Verdict_kind::due, euro("400.00"), {}}) == claims::amount_not_wanted);
    CHECK(code(claim, {Verdict_kind::reduce, euro("480.00"), {}}) == claims::amount_too_large);
    CHECK(code(claim, {Verdict_kind::reduce, euro("-0.01"), {}}) == claims::amount_too_large);
    CHECK(decide(claim, {Verdict_kind::reduce, euro("479.99"), "why"}));
    CHECK(decide(claim, {Verdict_kind::reduce, euro("0.00"), "why"}));
    auto lawful = claim;
    lawful.penalty = euro("55.00");
    CHECK(code(lawful, {Verdict_kind::reduce, {}, {}}) == claims::amount_missing);
}

TEST_CASE("a decision does not come before the last one, which counts from its day on") {
    auto claim = too_large();
    claim.decisions = {
        {day("2024-06-10"), "bo", Verdict_kind::due, Verdict_kind::reduce, {}, "a"},
        {day("2024-06-15"), "ed", Verdict_kind::unclear, Verdict_kind::reduce, {}, "b"}};
    CHECK(decide(claim, {Verdict_kind::reduce, {}, {}}, "bo", "2024-06-14").error().code() ==
          claims::decision_too_early);
    CHECK(decide(claim, {Verdict_kind::reduce, {}, {}}, "bo", "2024-06-15"));
    CHECK(claims::last_decision(claim, day("2024-06-09")) == nullptr);
    CHECK(claims::last_decision(claim, day("2024-06-14"))->reason == "a");
    CHECK(claims::last_decision(claim, day("2024-06-15"))->reason == "b");
}
