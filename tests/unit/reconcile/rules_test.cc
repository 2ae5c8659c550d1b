// Goal: rules of people decide where nothing surer does, the dossier's before the office's, and
// never against each other. Method: tables of one rule and one movement, then of several rules.
#include "items.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::reconcile;
using namespace saldo::reconcile::test;

namespace {

using Sign = Match_rule::Sign;

const Date due = day(2026, 3, 10);

Match_rule rule_of(std::int64_t id, std::string subject) {
    return {.id = {id},
            .iban = {},
            .name = {},
            .words = {},
            .least = {},
            .most = {},
            .account = {},
            .subject = std::move(subject),
            .pot = {}};
}

Match_rule named(std::int64_t id, std::string subject, std::string name) {
    Match_rule rule = rule_of(id, std::move(subject));
    rule.name = std::move(name);
    return rule;
}

Match_rule of_office(Match_rule rule) {
    rule.is_of_office = true;
    return rule;
}

/// 45.00 to the gas company, ten days after the due date of 45.00 that some tests have.
Facts paid(std::int64_t cents = 4'500) {
    Facts facts = movement(due.plus_days(10), Money::cents(-cents));
    facts.counterparty_name = "\xC3\x89lectricit\xC3\xA9-Gaz SA";
    facts.text = "FACTUUR 2026/118 gas";
    return with_counterparty(facts, energy.text());
}

Matcher matcher_of(std::vector<Match_rule> rules,
                   std::vector<Expected> items = {},
                   std::vector<Category_line> lines = {}) {
    return Matcher({.orders = {},
                    .expected = std::move(items),
                    .own_accounts = {},
                    .rules = std::move(rules),
                    .lines = std::move(lines)});
}

Expected gas(Date date = due, std::int64_t cents = 4'500) {
    return expense("expense:gas", date, Money::cents(cents));
}

Explanation ruled(std::string subject, std::optional<Date> settled = std::nullopt) {
    return settles(Rule::dossier_rule, std::move(subject), settled);
}

Category_line category(std::string name, std::string subject) {
    return {std::move(name), std::move(subject), "main", dossier::Direction::expense,
            *calendar::Date_range::through(day(2026, 1, 1), day(2026, 12, 31))};
}

} // namespace

TEST_CASE("each condition, held and not") {
    struct Row {
        const char* what;
        Match_rule rule;
        bool is_held;
    };

    const auto with_condition = [](auto set) {
        Match_rule rule = rule_of(1, "expense:gas");
        set(rule);
        return rule;
    };
    const auto is_held = true;
    const Row rows[] = {
        {"IBAN", with_condition([](auto& rule) { rule.iban = energy; }), is_held},
        {"another IBAN", with_condition([](auto& rule) { rule.iban = landlord; }), !is_held},
        {"words of the name", named(1, "expense:gas", "GAZ"), is_held},
        {"all words of the name", named(1, "expense:gas", "sa electricite gaz"), is_held},
        {"a word too many", named(1, "expense:gas", "gaz nv"), !is_held},
        {"half a word", named(1, "expense:gas", "electric"), !is_held},
        {"a name that the bank cut off", named(1, "expense:gas", "electricite gaz sa de l'est"),
         is_held},
        {"the whole name", with_condition([](auto& rule) {
             rule.name = "ELECTRICITE GAZ, s.a";
             rule.is_whole_name = true;
         }),
         !is_held}, // `s a` are two words, `SA` is one
        {"the whole name", with_condition([](auto& rule) {
             rule.name = "electricite gaz sa";
             rule.is_whole_name = true;
         }),
         is_held},
        {"a part of the whole name", with_condition([](auto& rule) {
             rule.name = "electricite gaz";
             rule.is_whole_name = true;
         }),
         !is_held},
        {"words of the text", with_condition([](auto& rule) { rule.words = "Gas factuur"; }),
         is_held},
        {"a pattern is plain words", with_condition([](auto& rule) { rule.words = "fact.*"; }),
         !is_held},
        {"debit", with_condition([](auto& rule) { rule.sign = Sign::debit; }), is_held},
        {"credit", with_condition([](auto& rule) { rule.sign = Sign::credit; }), !is_held},
        {"the least amount", with_condition([](auto& rule) { rule.least = Money::cents(4'500); }),
         is_held},
        {"less than the least",
         with_condition([](auto& rule) { rule.least = Money::cents(4'501); }), !is_held},
        {"the most", with_condition([](auto& rule) { rule.most = Money::cents(4'500); }), is_held},
        {"more than the most", with_condition([](auto& rule) { rule.most = Money::cents(4'499); }),
         !is_held},
        {"account", with_condition([](auto& rule) { rule.account = "main"; }), is_held},
        {"another account", with_condition([](auto& rule) { rule.account = "savings"; }), !is_held},
        {"IBAN, but not the text", with_condition([](auto& rule) {
             rule.iban = energy;
             rule.words = "water";
         }),
         !is_held},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(matcher_of({row.rule}).explain(paid()) ==
              (row.is_held ? ruled("expense:gas") : suspense(Doubt::nothing_fits)));
    }
}

TEST_CASE("a rule settles a due date only if the amount fits it") {
    const Match_rule rule = named(1, "expense:gas", "gaz");
    CHECK(matcher_of({rule}, {gas()}).explain(paid()) == ruled("expense:gas", due));
    CHECK(matcher_of({rule}, {gas()}).explain(paid(4'400)) == ruled("expense:gas"));
    CHECK(matcher_of({rule}, {with_margin(gas(), Money::cents(100))}).explain(paid(4'400)) ==
          ruled("expense:gas", due));
    CHECK(matcher_of({rule}, {gas(due.plus_days(-36))}).explain(paid()) == ruled("expense:gas"));
    CHECK(matcher_of({rule}, {gas(due.plus_days(-35))}).explain(paid()) ==
          ruled("expense:gas", due.plus_days(-35)));
    Matcher once = matcher_of({rule}, {gas()});
    CHECK(once.explain(paid()) == ruled("expense:gas", due));
    CHECK(once.explain(paid()) == ruled("expense:gas"));
    const Explanation explanation = matcher_of({rule}, {gas()}).explain(paid());
    CHECK(explanation.grounds == Grounds{10, Money::zero(), Match_rule_id{1}});
}

TEST_CASE("a name is cut off after 12 signs or more") {
    const Match_rule rule = named(1, "expense:groceries", "Buurtwinkel Voorbeeld");
    const auto explained = [&](const char* written) {
        Facts facts = movement(due, Money::cents(-1'000));
        facts.counterparty_name = written;
        return matcher_of({rule}).explain(facts);
    };
    CHECK(explained("BUURTWINKEL VOOR") == ruled("expense:groceries"));
    CHECK(explained("BUURTWINKEL") == suspense(Doubt::nothing_fits));
    CHECK(explained("BUURTWINKEL NOORD") == suspense(Doubt::nothing_fits));
}

TEST_CASE("a rule does not choose between a late and an early payment") {
    const Match_rule rule = named(1, "expense:gas", "gaz");
    const Date next = due.plus_days(19);
    CHECK(matcher_of({rule}, {gas(), gas(next)}).explain(paid()) ==
          suspense(Doubt::several_fit, {"expense:gas"})); // 10 days late, or 9 early
    Expected settled = gas();
    settled.paid = Money::cents(4'500);
    CHECK(matcher_of({rule}, {settled, gas(next)}).explain(paid()) == ruled("expense:gas", next));
    CHECK(matcher_of({rule}, {settled, gas(next.plus_days(2))}).explain(paid()) ==
          ruled("expense:gas")); // paid twice
}

TEST_CASE("the pot is that of the rule, else of its line, else the free part") {
    Expected item = gas();
    item.occurrence.pot = "pot:main/energy";
    Match_rule rule = named(1, "expense:gas", "gaz");
    CHECK(matcher_of({rule}, {item}).explain(paid()).pot == "pot:main/energy");
    CHECK(matcher_of({rule}, {item}).explain(paid(1)).pot == "pot:main/energy");
    CHECK(matcher_of({rule}).explain(paid()).pot == "pot:main");
    rule.pot = "pot:main/holiday";
    CHECK(matcher_of({rule}, {item}).explain(paid()).pot == "pot:main/holiday");
}

TEST_CASE("rules that agree are one, rules that disagree leave it to a person") {
    struct Row {
        const char* what;
        std::vector<Match_rule> rules;
        Explanation result;
    };

    Match_rule from_pot = named(3, "expense:gas", "gaz");
    from_pot.pot = "pot:main/energy";
    Explanation for_all = ruled("expense:gas");
    for_all.rule = Rule::office_rule;
    const Row rows[] = {
        {"two of one mind",
         {named(1, "expense:gas", "gaz"), named(2, "expense:gas", "sa")},
         ruled("expense:gas")},
        {"two of two minds",
         {named(1, "expense:power", "gaz"), named(2, "expense:gas", "sa")},
         suspense(Doubt::several_fit, {"expense:gas", "expense:power"})},
        {"another pot",
         {named(1, "expense:gas", "gaz"), from_pot},
         suspense(Doubt::several_fit, {"expense:gas"})},
        {"the dossier before the office",
         {of_office(named(1, "expense:power", "gaz")), named(2, "expense:gas", "gaz")},
         ruled("expense:gas")},
        {"a dossier of two minds before the office",
         {of_office(named(1, "expense:gas", "gaz")), named(2, "expense:gas", "gaz"),
          named(3, "expense:power", "gaz")},
         suspense(Doubt::several_fit, {"expense:gas", "expense:power"})},
        {"the office alone", {of_office(named(1, "expense:gas", "gaz"))}, for_all},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(matcher_of(row.rules).explain(paid()) == row.result);
    }
}

TEST_CASE("a category of the office means the only line there is") {
    const Match_rule rule = of_office(named(1, "category:energy", "gaz"));
    const Category_line gas_line = category("energy", "expense:gas");
    Explanation found = ruled("expense:gas");
    found.rule = Rule::office_rule;
    const Explanation unknown = suspense(Doubt::nothing_fits);

    CHECK(matcher_of({rule}, {}, {gas_line}).explain(paid()) == found);
    CHECK(matcher_of({rule}, {}, {}).explain(paid()) == unknown);
    CHECK(matcher_of({rule}, {}, {category("water", "expense:water")}).explain(paid()) == unknown);
    CHECK(matcher_of({rule}, {}, {gas_line, category("energy", "expense:power")}).explain(paid()) ==
          unknown);
    SUBCASE("a line that has ended is none") {
        Category_line before = category("energy", "expense:power");
        before.period = *calendar::Date_range::through(day(2025, 1, 1), day(2025, 12, 31));
        CHECK(matcher_of({rule}, {}, {gas_line, before}).explain(paid()) == found);
    }
    SUBCASE("nor one of another account or direction") {
        Category_line savings = category("energy", "expense:power");
        savings.account = "savings";
        Category_line income = category("energy", "income:power");
        income.direction = dossier::Direction::income;
        CHECK(matcher_of({rule}, {}, {gas_line, savings, income}).explain(paid()) == found);
    }
}

TEST_CASE("what is surer goes before, and a tie is broken only among what fits") {
    const Match_rule rule = named(1, "expense:gas", "gaz");
    const Expected by_iban = with(expense("expense:rent", due, Money::cents(4'500)), energy);
    CHECK(matcher_of({rule}, {by_iban}).explain(paid()) ==
          settles(Rule::iban_amount_date, "expense:rent", due));

    const std::vector<Expected> twins{with(gas(), energy), by_iban};
    CHECK(matcher_of({}, twins).explain(paid()) ==
          suspense(Doubt::several_fit, {"expense:gas", "expense:rent"}));
    CHECK(matcher_of({rule}, twins).explain(paid()) == ruled("expense:gas", due));
    CHECK(matcher_of({named(1, "expense:water", "gaz")}, twins).explain(paid()) ==
          suspense(Doubt::several_fit, {"expense:gas", "expense:rent"}));

    const Expected other_way =
        with(income("income:wage", due, Money::cents(4'500)), party::ogm_of_payload(7));
    CHECK(matcher_of({rule}, {other_way}).explain(with_ogm(paid(), party::ogm_of_payload(7))) ==
          suspense(Doubt::reference_other_way));
}

TEST_CASE("rules are the same under the same conditions, however they are written") {
    const Match_rule rule = named(1, "expense:gas", "\xC3\x89lectricit\xC3\xA9 Gaz");
    CHECK(same_conditions(rule, named(2, "expense:power", "electricite  gaz")));
    CHECK_FALSE(same_conditions(rule, named(2, "expense:gas", "gaz")));
    CHECK_FALSE(same_conditions(rule, of_office(rule)));
}
