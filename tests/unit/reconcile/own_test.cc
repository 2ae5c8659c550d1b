// Goal: our own orders and accounts are recognised, once, and on their own account only. Method:
// tables of a state, a movement and what it must be.
#include "items.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::reconcile;
using namespace saldo::reconcile::test;

namespace {

const Date today = day(2026, 3, 5);

Explanation explain(Matcher::Open_items items, const Facts& facts) {
    return Matcher(std::move(items)).explain(facts);
}

} // namespace

TEST_CASE("an own EndToEndId decides by direction, state and amount") {
    using State = Order::State;

    struct Row {
        State state;
        std::int64_t cents;
        Explanation result;
    };

    const Row rows[] = {
        {State::exported, -65'000, concerns(Rule::own_order, 7)},
        {State::executed, -65'000, suspense(Doubt::already_executed)},
        {State::returned, -65'000, suspense(Doubt::already_executed)},
        {State::exported, 65'000, concerns(Rule::own_return, 7)},
        {State::executed, 65'000, concerns(Rule::own_return, 7)},
        {State::returned, 65'000, suspense(Doubt::already_executed)},
        {State::exported, -64'999, suspense(Doubt::amount_differs)},
        {State::exported, 65'001, suspense(Doubt::amount_differs)},
        {State::executed, 64'000, suspense(Doubt::amount_differs)},
        {State::executed, -64'000, suspense(Doubt::already_executed)},
        {State::exported, 0, suspense(Doubt::nothing_fits)},
    };
    for (const Row& row : rows) {
        CAPTURE(static_cast<int>(row.state));
        CAPTURE(row.cents);
        CHECK(explain({.orders = {order(7, "R1-0007", Money::cents(65'000), row.state)},
                       .expected = {},
                       .own_accounts = {}},
                      with_id(movement(today, Money::cents(row.cents)), "R1-0007")) == row.result);
    }
}

TEST_CASE("an order is executed once and returned once") {
    Matcher matcher(
        {.orders = {order(7, "R1-0007", Money::cents(100))}, .expected = {}, .own_accounts = {}});
    const Facts debit = with_id(movement(today, Money::cents(-100)), "R1-0007");
    const Facts credit = with_id(movement(today, Money::cents(100)), "R1-0007");
    CHECK(matcher.explain(debit) == concerns(Rule::own_order, 7));
    CHECK(matcher.explain(debit) == suspense(Doubt::already_executed));
    CHECK(matcher.explain(credit) == concerns(Rule::own_return, 7));
    CHECK(matcher.explain(credit) == suspense(Doubt::already_executed));
    CHECK(matcher.explain(debit) == suspense(Doubt::already_executed));
}

TEST_CASE("an own EndToEndId is decisive even where another rule would fit") {
    const Date due = today;
    Matcher matcher({.orders = {order(7, "R1-0007", Money::cents(100))},
                     .expected = {with(expense("expense:rent", due, Money::cents(90)), landlord)},
                     .own_accounts = {}});
    const Facts facts = with_counterparty(movement(today, Money::cents(-90)), landlord.text());
    CHECK(matcher.explain(with_id(facts, "R1-0007")) == suspense(Doubt::amount_differs));
    CHECK(matcher.explain(with_id(facts, "another's id")) ==
          settles(Rule::iban_amount_date, "expense:rent", due));
}

TEST_CASE("texts that mean `no id` never match an order") {
    for (const std::string id : {"", "NOTPROVIDED"}) {
        CAPTURE(id);
        CHECK(explain(
                  {.orders = {order(7, id, Money::cents(100))}, .expected = {}, .own_accounts = {}},
                  with_id(movement(today, Money::cents(-100)), id)) ==
              suspense(Doubt::nothing_fits));
    }
}

TEST_CASE("an order is found among many, on its own account") {
    Matcher::Open_items items;
    for (int i = 0; i < 50; ++i) {
        items.orders.push_back(order(i, "R1-" + std::to_string(i), Money::cents(100 + i)));
    }
    items.orders.push_back(order(99, "R1-20", Money::cents(120)));
    items.orders.back().account = "savings";
    Matcher matcher(std::move(items));
    CHECK(matcher.explain(with_id(movement(today, Money::cents(-120)), "R1-20")) ==
          concerns(Rule::own_order, 20));
    CHECK(matcher.explain(on_account(with_id(movement(today, Money::cents(-120)), "R1-20"),
                                     "savings")) == concerns(Rule::own_order, 99));
    CHECK(matcher.explain(with_id(movement(today, Money::cents(-100)), "R1-")) ==
          suspense(Doubt::nothing_fits));
}

TEST_CASE("money to or from an own account is a transfer, its EndToEndId on the other side too") {
    const Matcher::Open_items items{
        .orders = {order(7, "R1-0007", Money::cents(5'000))},
        .expected = {},
        .own_accounts = {{"main", main_account}, {"savings", savings_account}}};
    const std::string spaced = party::format(savings_account);
    CHECK(explain(items, with_counterparty(movement(today, Money::cents(-5'000)), spaced)) ==
          settles(Rule::own_account, "transfer", std::nullopt));

    Explanation on_savings = settles(Rule::own_account, "transfer", std::nullopt);
    on_savings.pot = "pot:savings";
    const std::string lower = [] {
        std::string text(main_account.text());
        text.replace(0, 2, "be");
        return text;
    }();
    const Facts arrival = on_account(
        with_id(with_counterparty(movement(today, Money::cents(5'000)), lower), "R1-0007"),
        "savings");
    CHECK(explain(items, arrival) == on_savings);

    SUBCASE("the account itself is not another account") {
        CHECK(explain(items,
                      with_counterparty(movement(today, Money::cents(-5)), main_account.text())) ==
              suspense(Doubt::nothing_fits));
    }
    SUBCASE("the order itself goes before") {
        CHECK(
            explain(items, with_id(with_counterparty(movement(today, Money::cents(-5'000)), spaced),
                                   "R1-0007")) == concerns(Rule::own_order, 7));
    }
}

TEST_CASE("a movement without counterparty or reference stays in suspense") {
    Matcher matcher({.orders = {},
                     .expected = {expense("expense:bank", today, Money::cents(250))},
                     .own_accounts = {{"savings", savings_account}}});
    CHECK(matcher.explain(movement(today, Money::cents(-250))) == suspense(Doubt::nothing_fits));
}

TEST_CASE("weekly rhythms look three days around, the others ten") {
    using calendar::Rhythm;
    CHECK(window_days(Rhythm::weekly) == 3);
    CHECK(window_days(Rhythm::fortnightly) == 3);
    for (const Rhythm rhythm : {Rhythm::once, Rhythm::monthly, Rhythm::quarterly, Rhythm::yearly}) {
        CHECK(window_days(rhythm) == 10);
    }
}
