// Goal: what holds of the verdict on any claim. Method: random claims of every origin and regime,
// with items, letters and payments on days around those on which the law changed.
#include "claims/check.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <random>

using namespace saldo;
using claims::Checked_part;
using claims::Claim_verdict;
using dossier::Claim;
using dossier::Item;
using dossier::Letter;
using dossier::Verdict_kind;

namespace {

const law::Figures& figures() {
    static const law::Figures shipped = law::Figures::shipped();
    return shipped;
}

Date a_day() {
    return Date::of(2022, 1, 1)->plus_days(*rc::gen::inRange(0, 1500));
}

Money an_amount(int most) {
    return Money::cents(*rc::gen::inRange(1, most));
}

Money perhaps(Money amount) {
    return *rc::gen::arbitrary<bool>() ? amount : Money::zero();
}

template <class Value> std::optional<Value> told_or_not(Value value) {
    return *rc::gen::inRange(0, 4) > 0 ? std::optional(value) : std::nullopt;
}

template <class Enum> Enum one_of(int count) {
    return static_cast<Enum>(*rc::gen::inRange(0, count));
}

dossier::Yearly_rate a_rate() {
    return {money::Rate::of(*rc::gen::inRange(0, 250), 1000)};
}

dossier::Contract a_contract() {
    dossier::Contract contract{told_or_not(a_day()), told_or_not(one_of<dossier::Regime>(4)),
                               told_or_not(a_rate()),
                               told_or_not(one_of<dossier::Penalty_clause>(2)), std::nullopt};
    contract.credit =
        told_or_not(dossier::Credit{one_of<law::Credit_kind>(4), told_or_not(an_amount(2'000'000)),
                                    told_or_not(an_amount(2'000'000)), told_or_not(a_rate()),
                                    told_or_not(a_rate()), told_or_not(an_amount(500'000)),
                                    std::to_string(*rc::gen::inRange(0, 5)), told_or_not(a_day())});
    return contract;
}

Claim a_claim() {
    static const std::vector<std::string> origins{
        "energy", "rent", "consumer_credit", "tax", "health", "telecom", "fine", "other"};
    Claim claim{"c",
                {},
                *rc::gen::elementOf(origins),
                a_day(),
                perhaps(an_amount(2'000'000)),
                perhaps(an_amount(50'000)),
                perhaps(an_amount(50'000)),
                perhaps(an_amount(300'000)),
                {}};
    claim.due = told_or_not(a_day());
    claim.contract = told_or_not(a_contract());
    if (*rc::gen::inRange(0, 4) == 0) {
        claim.title = dossier::Title{one_of<dossier::Title_kind>(3), a_day()};
    }
    for (int i = *rc::gen::inRange(0, 7); i > 0; --i) {
        claim.items.push_back({a_day(), one_of<dossier::Item_kind>(12), an_amount(20'000), {}});
    }
    for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
        claim.letters.push_back({a_day(),
                                 one_of<dossier::Letter_kind>(8),
                                 told_or_not(one_of<dossier::Sent_as>(4)),
                                 {}});
    }
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
        claim.payments.push_back({a_day(), an_amount(20'000), "client", {}});
    }
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
        claim.waivers.push_back({a_day(), one_of<law::Debt_part>(4), an_amount(20'000), {}});
    }
    return claim;
}

Claim_verdict verdict_of(const Claim& claim, Date on) {
    return claims::check(figures(), claim, on).value();
}

Money difference(const Claim_verdict& verdict, law::Debt_part part) {
    return std::ranges::find(verdict.parts, part, &Checked_part::part)->difference();
}

} // namespace

TEST_CASE("no more is left than is asked, and what is taken off adds up") {
    CHECK(rc::check("sums", [] {
        const Claim claim = a_claim();
        const Claim_verdict verdict = verdict_of(claim, a_day());
        Money claimed = Money::zero();
        Money allowed = Money::zero();
        for (const Checked_part& part : verdict.parts) {
            RC_ASSERT(part.allowed <= part.claimed);
            RC_ASSERT(!part.allowed.is_negative());
            claimed += part.claimed;
            allowed += part.allowed;
        }
        RC_ASSERT(claimed == verdict.claimed);
        RC_ASSERT(allowed == verdict.allowed);
        RC_ASSERT(verdict.reduce_to.has_value() == (verdict.kind == Verdict_kind::reduce));
        // The macro evaluates both sides of ||.
        const Money reduce_to = verdict.reduce_to.value_or(allowed);
        RC_ASSERT(reduce_to == allowed);
        RC_ASSERT(!verdict.reduce_to || reduce_to < claimed);
        RC_TAG(verdict.kind == Verdict_kind::due       ? "due"
               : verdict.kind == Verdict_kind::reduce  ? "reduce"
               : verdict.kind == Verdict_kind::dispute ? "dispute"
                                                       : "unclear");
    }));
}

TEST_CASE("what is certain is no more than the maximum, nor than what is asked") {
    CHECK(rc::check("rows", [] {
        for (const claims::Check_row& row : verdict_of(a_claim(), a_day()).rows) {
            RC_ASSERT(row.certain <= row.claimed);
            RC_ASSERT(row.certain <= row.maximum.value_or(row.claimed));
            RC_ASSERT(row.certain == row.claimed || !row.basis.missing.empty() ||
                      row.difference().is_positive());
        }
    }));
}

TEST_CASE("due is what has nothing taken off, missing or in doubt, and nothing else is") {
    CHECK(rc::check("due", [] {
        const Claim_verdict verdict = verdict_of(a_claim(), a_day());
        const bool is_clean = verdict.allowed == verdict.claimed && verdict.missing.empty() &&
                              verdict.reasons.empty();
        RC_ASSERT((verdict.kind == Verdict_kind::due) == is_clean);
    }));
}

TEST_CASE("the order of the lists changes nothing") {
    CHECK(rc::check("order", [] {
        Claim claim = a_claim();
        const Date on = a_day();
        const Claim_verdict verdict = verdict_of(claim, on);
        std::mt19937 dice(static_cast<unsigned>(*rc::gen::inRange(0, 1'000'000)));
        std::ranges::shuffle(claim.items, dice);
        std::ranges::shuffle(claim.letters, dice);
        std::ranges::shuffle(claim.payments, dice);
        std::ranges::shuffle(claim.waivers, dice);
        RC_ASSERT(verdict_of(claim, on) == verdict);
    }));
}

TEST_CASE("asking more of a component never makes less of it too much") {
    CHECK(rc::check("monotone", [] {
        Claim claim = a_claim();
        const Date on = a_day();
        const auto part = one_of<law::Debt_part>(4);
        const Money before = difference(verdict_of(claim, on), part);
        Money& stated = part == law::Debt_part::principal  ? claim.principal
                        : part == law::Debt_part::interest ? claim.interest
                        : part == law::Debt_part::costs    ? claim.costs
                                                           : claim.penalty;
        stated += an_amount(50'000);
        RC_ASSERT(difference(verdict_of(claim, on), part) >= before);
    }));
}
