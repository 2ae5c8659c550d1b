// Goal: a debit under a mandate settles what the creditor collects with it, and the figures of each
// decision are told. Method: tables by hand around a gas bill of 120.00 due on the fifteenth.
#include "items.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::reconcile;
using namespace saldo::reconcile::test;

namespace {

const Rule rule = Rule::mandate;
const Date march = day(2026, 3, 15);
const Date april = day(2026, 4, 15);
const std::string mandate = "CORE-2025/17";

Expected under(Expected item, std::string id) {
    item.occurrence.mandate = std::move(id);
    return item;
}

Expected gas(Date due) {
    return under(expense("expense:gas", due, Money::cents(12'000)), mandate);
}

Matcher matcher_of(std::vector<Expected> items) {
    return Matcher({.orders = {}, .expected = std::move(items), .own_accounts = {}});
}

Facts collected(Date date, std::int64_t cents, std::string_view id = mandate) {
    Facts facts = movement(date, Money::cents(-cents));
    facts.mandate_id = id;
    return facts;
}

} // namespace

TEST_CASE("a debit under the mandate settles the due date that is meant, for a bill of its order") {
    struct Row {
        Date booked;
        std::int64_t cents;
        std::optional<Date> due;
    };

    const Row rows[] = {
        {march, 12'000, march},
        {march.plus_days(3), 13'145, march},
        {march, 1, march},
        {march, 18'000, march},
        {march.plus_days(16), 12'000, march}, // 15 days from April: too early for that
        {march.plus_days(20), 9'000, march},
        {march.plus_days(-45), 12'000, march},
        {march.plus_days(-46), 12'000, std::nullopt},
    };
    for (const Row& row : rows) {
        CAPTURE(calendar::format(row.booked));
        CAPTURE(row.cents);
        CHECK(matcher_of({gas(april), gas(march)}).explain(collected(row.booked, row.cents)) ==
              settles(rule, "expense:gas", row.due));
    }
}

TEST_CASE("a second debit in one month is not the next one: it only tells its subject") {
    Matcher matcher = matcher_of({gas(march), gas(april)});
    CHECK(matcher.explain(collected(march, 12'000)) == settles(rule, "expense:gas", march));
    CHECK(matcher.explain(collected(march, 12'000)) == settles(rule, "expense:gas", std::nullopt));
    CHECK(matcher.explain(collected(march.plus_days(20), 12'000)) ==
          settles(rule, "expense:gas", std::nullopt)); // 11 days before April
    CHECK(matcher.explain(collected(march.plus_days(21), 12'000)) ==
          settles(rule, "expense:gas", april));
}

TEST_CASE("more than half as much again may pay something else as well: a person looks") {
    Matcher matcher = matcher_of({gas(march)});
    CHECK(matcher.explain(collected(march, 18'001)) == suspense(Doubt::amount_differs));
    CHECK(matcher.explain(collected(march, 18'000)) == settles(rule, "expense:gas", march));
}

TEST_CASE("what a mandate does not decide") {
    struct Row {
        const char* what;
        Facts facts;
        Explanation result;
    };

    Explanation elsewhere = suspense(Doubt::nothing_fits);
    elsewhere.pot = "pot:savings";
    Facts refund = collected(march, -12'000);
    const Row rows[] = {
        {"money back", refund, suspense(Doubt::reference_other_way)},
        {"another mandate", collected(march, 12'000, "CORE-2025/18"),
         suspense(Doubt::nothing_fits)},
        {"no mandate", collected(march, 12'000, ""), suspense(Doubt::nothing_fits)},
        {"another account", on_account(collected(march, 12'000), "savings"), elsewhere},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(matcher_of({gas(march), expense("expense:rent", march, Money::cents(12'000))})
                  .explain(row.facts) == row.result);
    }
}

TEST_CASE("one mandate for two lines is decided by amount, else by a person") {
    const std::vector<Expected> items{
        gas(march), under(expense("expense:power", march, Money::cents(8'000)), mandate)};
    CHECK(matcher_of(items).explain(collected(march, 8'000)) ==
          settles(rule, "expense:power", march));
    CHECK(matcher_of(items).explain(collected(march, 20'000)) ==
          suspense(Doubt::several_fit, {"expense:gas", "expense:power"}));
}

TEST_CASE("a reference goes before a mandate, a mandate before the account and amount") {
    const Ogm ogm = party::ogm_of_payload(77);
    const std::vector<Expected> items{
        gas(march), with(expense("expense:water", march, Money::cents(12'000)), ogm),
        with(expense("expense:rent", march, Money::cents(12'000)), landlord)};
    const Facts facts = with_counterparty(collected(march, 12'000), landlord.text());
    CHECK(matcher_of(items).explain(with_ogm(facts, ogm)) ==
          settles(Rule::structured_reference, "expense:water", march));
    CHECK(matcher_of(items).explain(facts) == settles(rule, "expense:gas", march));
}

TEST_CASE("each rule tells the facts it used") {
    struct Row {
        Rule rule;
        Params facts;
    };

    const Ogm ogm = party::ogm_of_payload(1'234'567'890);
    const std::string written = "be 68 5390 0754 7034";
    Facts facts = with_counterparty(with_ogm(collected(march, 12'000), ogm), written);
    facts.end_to_end_id = "R1-000001";
    const Grounds grounds{-2, Money::cents(-150), {}};
    const Param days{"days", "-2"};
    const Param difference{"difference", "-1.50"};
    const Row rows[] = {
        {Rule::own_order, {{"end_to_end_id", "R1-000001"}, days, difference}},
        {Rule::own_return, {{"end_to_end_id", "R1-000001"}, days, difference}},
        {Rule::own_account, {{"iban", "BE68539007547034"}, days, difference}},
        {Rule::structured_reference, {{"ogm", "123456789002"}, days, difference}},
        {Rule::mandate, {{"mandate", "CORE-2025/17"}, days, difference}},
        {Rule::iban_amount_date, {{"iban", "BE68539007547034"}, days, difference}},
        {Rule::dossier_rule, {days, difference}},
        {Rule::office_rule, {days, difference}},
        {Rule::by_hand, {days, difference}},
        {Rule::suspense, {days, difference}},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(name(row.rule)));
        CHECK(facts_used(facts, row.rule, grounds) == row.facts);
    }
    CHECK(facts_used(facts, Rule::suspense, {}).empty());
    CHECK(facts_used(facts, Rule::office_rule, {{}, {}, Match_rule_id{7}}) ==
          Params{{"rule", "7"}});
}

TEST_CASE("the figures of a decision: days from the due date, difference to what was open") {
    Expected partly = gas(march);
    partly.paid = Money::cents(2'000);
    const Explanation explanation =
        matcher_of({partly}).explain(collected(march.plus_days(-3), 10'150));
    CHECK(explanation.grounds == Grounds{-3, Money::cents(150), {}});
    CHECK(matcher_of({gas(march)}).explain(collected(march.plus_days(60), 1)).grounds == Grounds{});
}
