// Goal: a reference that the rest of the movement contradicts is left to a person, and what may be
// an order of ours is not booked a second time. Method: tables by hand around power and gas of one
// company and water of another, all due on the fifteenth.
#include "items.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace saldo;
using namespace saldo::reconcile;
using namespace saldo::reconcile::test;

namespace {

const Ogm power_ogm = party::ogm_of_payload(1'001);
const Ogm gas_ogm = party::ogm_of_payload(1'002);
const Ogm water_ogm = party::ogm_of_payload(1'003);
const Iban water_company = iban(3630000061);
const Iban unknown = iban(9730000001);
const Date due = day(2026, 3, 15);

std::vector<Expected> bills() {
    return {
        with(with(expense("expense:power", due, Money::cents(12'000)), power_ogm), energy),
        with(with(expense("expense:gas", due, Money::cents(4'500)), gas_ogm), energy),
        with(with(expense("expense:water", due, Money::cents(6'000)), water_ogm), water_company)};
}

Matcher matcher_of(std::vector<Expected> items, std::vector<Order> orders = {}) {
    return Matcher({.orders = std::move(orders), .expected = std::move(items), .own_accounts = {}});
}

Facts paid(std::int64_t cents, const Iban& to, const Ogm& ogm) {
    return with_counterparty(with_ogm(movement(due, Money::cents(-cents)), ogm), to.text());
}

Explanation of_power() {
    return settles(Rule::structured_reference, "expense:power", due);
}

} // namespace

TEST_CASE("the account or the amount may belong to another subject than the reference") {
    struct Row {
        const char* what;
        Facts facts;
        Explanation result;
    };

    const std::vector<std::string> gas_or_power{"expense:gas", "expense:power"};
    const Row rows[] = {
        {"as it should be", paid(12'000, energy, power_ogm), of_power()},
        {"a payee that nobody knows", paid(12'000, unknown, power_ogm), of_power()},
        {"no account at all", with_ogm(movement(due, Money::cents(-12'000)), power_ogm),
         of_power()},
        {"another amount", paid(11'000, energy, power_ogm), of_power()},
        {"the water company", paid(12'000, water_company, power_ogm),
         suspense(Doubt::several_fit, {"expense:power", "expense:water"})},
        {"the amount of the gas", paid(4'500, energy, power_ogm),
         suspense(Doubt::several_fit, gas_or_power)},
        {"power and gas", paid(16'500, energy, power_ogm),
         suspense(Doubt::several_fit, gas_or_power)},
        {"power and a little", paid(16'499, energy, power_ogm), of_power()},
        {"gas, and power with it", paid(16'500, energy, gas_ogm),
         suspense(Doubt::several_fit, gas_or_power)},
        {"far more than the gas", paid(16'000, energy, gas_ogm), suspense(Doubt::amount_differs)},
        {"the amount of the water, for another company", paid(6'000, energy, power_ogm),
         of_power()},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(matcher_of(bills()).explain(row.facts) == row.result);
    }
}

TEST_CASE("a settled subject gets no more while another one of the payee is meant") {
    std::vector<Expected> items = bills();
    items[0].paid = Money::cents(12'000);
    CHECK(matcher_of(items).explain(paid(4'500, energy, power_ogm)) ==
          suspense(Doubt::several_fit, {"expense:gas", "expense:power"}));
    items[1].paid = Money::cents(4'500);
    CHECK(matcher_of(items).explain(paid(4'500, energy, power_ogm)) ==
          settles(Rule::structured_reference, "expense:power", std::nullopt));
}

TEST_CASE("a debit without id that comes to an order which the bank has not answered") {
    const Explanation may_be_order = suspense(Doubt::several_fit, {"R1-000001"});
    const Facts facts = paid(12'000, energy, power_ogm);
    Facts under_mandate = facts;
    under_mandate.mandate_id = "M-1";

    struct Row {
        const char* what;
        Facts facts;
        Order order;
        Explanation result;
    };

    const Order ours = order(1, "R1-000001", Money::cents(12'000));
    Order elsewhere = ours;
    elsewhere.account = "savings";
    Order executed = ours;
    executed.state = Order::State::executed;
    const Row rows[] = {
        {"no id", facts, ours, may_be_order},
        {"as good as none", with_id(facts, "NOTPROVIDED"), ours, may_be_order},
        {"another id", with_id(facts, "INVOICE-7"), ours, of_power()},
        {"the id", with_id(facts, "R1-000001"), ours, concerns(Rule::own_order, 1)},
        {"another amount", facts, order(1, "R1-000001", Money::cents(12'001)), of_power()},
        {"of another account", facts, elsewhere, of_power()},
        {"executed already", facts, executed, of_power()},
        {"collected", under_mandate, ours, of_power()},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(matcher_of(bills(), {row.order}).explain(row.facts) == row.result);
    }
}

TEST_CASE("an income that did not come makes the next one doubtful, once") {
    const Money wage = Money::cents(148'000);
    const Date february = day(2026, 2, 25);
    const auto of = [&](Date date, Money paid) {
        Expected item = with(income("income:wage", date, wage), employer);
        item.paid = paid;
        return item;
    };
    const auto explained = [&](Date booked, Money paid_in_march) {
        return matcher_of({of(february, Money::zero()), of(day(2026, 3, 25), paid_in_march),
                           of(day(2026, 4, 25), Money::zero())})
            .explain(with_counterparty(movement(booked, wage), employer.text()));
    };
    const Explanation unsure = suspense(Doubt::several_fit, {"income:wage"});
    const auto settled = [](Date date) {
        return settles(Rule::iban_amount_date, "income:wage", date);
    };
    CHECK(explained(day(2026, 3, 14), Money::zero()) == settled(february)); // 11 before March
    CHECK(explained(day(2026, 3, 15), Money::zero()) == unsure);
    CHECK(explained(day(2026, 3, 25), Money::zero()) == unsure);
    CHECK(explained(day(2026, 4, 25), wage) == settled(day(2026, 4, 25)));
    CHECK(explained(day(2026, 3, 27), wage) == unsure); // for February, or March again
}

TEST_CASE("an account known of one due date of a subject speaks for all, in whatever order") {
    const Expected without_account =
        with(expense("expense:power", day(2026, 2, 15), Money::cents(12'000)), power_ogm);
    std::vector<Expected> items = bills();
    items.insert(items.begin(), without_account);
    const Facts to_water = paid(12'000, water_company, power_ogm);
    const Explanation in_doubt = suspense(Doubt::several_fit, {"expense:power", "expense:water"});
    CHECK(matcher_of(items).explain(to_water) == in_doubt);
    std::reverse(items.begin(), items.end());
    CHECK(matcher_of(items).explain(to_water) == in_doubt);
}
