// Goal: what a person should look at first stands first, with its reasons, always the same way.
// Method: tables of points counted by hand, ties, and random items in two orders.
#include "items.hpp"
#include "reconcile/suggest.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace saldo;
using namespace saldo::reconcile;
using namespace saldo::reconcile::test;

namespace {

const Date due = day(2026, 3, 10);
const Ogm bill = party::ogm_of_payload(1'234'567'890); // 123456789002

Expected gas(std::int64_t cents = 10'000) {
    return with_margin(expense("expense:gas", due, Money::cents(cents)), Money::cents(500));
}

Matcher::Open_items only(std::vector<Expected> expected, std::vector<Order> orders = {}) {
    return {.orders = std::move(orders), .expected = std::move(expected), .own_accounts = {}};
}

Facts paid(std::int64_t cents, Date date = due) {
    return movement(date, Money::cents(-cents));
}

std::string told(const std::vector<Suggestion>& suggestions) {
    std::string text;
    for (const Suggestion& each : suggestions) {
        text += each.place + (each.due ? "@" + calendar::format(*each.due) : "") + " " +
                std::to_string(each.score) + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("the points of an expected item") {
    using enum Hint;

    struct Row {
        const char* what;
        Expected item;
        Facts facts;
        int score; ///< 0: not suggested
        std::vector<Hint> hints;
    };

    Expected named = gas();
    named.occurrence.counterparty.name = "\xC3\x89nergie Verte SA";
    Facts by_name = paid(7'000);
    by_name.counterparty_name = "ENERGIE VERTE";
    Facts mistyped = paid(10'400);
    mistyped.text = "+++123/4567/98002+++"; // 8 and 9 swapped
    Expected under = gas();
    under.occurrence.mandate = "M-1";
    Facts mandated = paid(10'000);
    mandated.mandate_id = "M-1";
    Expected weekly = gas();
    weekly.window_days = 3;
    Expected partly = gas();
    partly.paid = Money::cents(4'000);
    Expected settled = gas();
    settled.paid = Money::cents(9'600);
    const Facts by_iban = with_counterparty(paid(10'900, due.plus_days(11)), energy.text());
    const Row rows[] = {
        {"amount and day", gas(), paid(10'000), 45, {exact_amount, within_days}},
        {"amount alone", gas(), paid(10'000, due.plus_days(60)), 30, {exact_amount}},
        {"a day alone says nothing", gas(), paid(10'100), 0, {}},
        {"name and part of the amount",
         named,
         by_name,
         35,
         {alike_name, part_of_amount, within_days}},
        {"a mistyped reference",
         with(gas(), bill),
         mistyped,
         75,
         {near_reference, within_margin, within_days}},
        {"the reference itself",
         with(gas(), bill),
         with_ogm(paid(20'000), bill),
         60,
         {same_reference, within_days}},
        {"a mandate", under, mandated, 90, {same_mandate, exact_amount, within_days}},
        {"the account, a tenth more, later",
         with(gas(), energy),
         by_iban,
         50,
         {same_iban, within_tenth, within_lookaround}},
        {"within the window",
         gas(),
         paid(10'000, due.plus_days(10)),
         40,
         {exact_amount, within_window}},
        {"outside that of a week",
         weekly,
         paid(10'000, due.plus_days(4)),
         35,
         {exact_amount, within_lookaround}},
        {"the rest", partly, paid(6'000), 45, {exact_amount, within_days}},
        {"settled", settled, paid(400), 0, {}},
        {"the other way", gas(), movement(due, Money::cents(10'000)), 0, {}},
        {"another account", gas(), on_account(paid(10'000), "savings"), 0, {}},
        {"never more than a hundred",
         with(with(under, energy), bill),
         with_counterparty(with_ogm(mandated, bill), energy.text()),
         100,
         {same_reference, same_mandate, same_iban, exact_amount, within_days}},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        const auto found = suggestions(only({row.item}), row.facts, {});
        REQUIRE(found.size() == (row.score == 0 ? 0U : 1U));
        if (!found.empty()) {
            CHECK(found[0].score == row.score);
            CHECK(found[0].hints == row.hints);
            CHECK(found[0].due == due);
        }
    }
}

TEST_CASE("money back leads to the subject, once, and to no due date") {
    Expected later = with(gas(), energy);
    later.occurrence.due = due.plus_days(30);
    const Facts refund = with_counterparty(movement(due, Money::cents(10'000)), energy.text());
    const auto found = suggestions(only({with(gas(), energy), later}), refund, {});
    REQUIRE(found.size() == 1);
    CHECK(told(found) == "expense:gas 35\n");
    CHECK(found[0].hints == std::vector{Hint::same_iban, Hint::money_back});
}

TEST_CASE("orders that the bank has not answered, and for money back those it executed") {
    using State = Order::State;
    const Matcher::Open_items items =
        only({}, {order(1, "R1-000001", Money::cents(10'000)),
                  order(2, "R1-000002", Money::cents(9'000)),
                  order(3, "R1-000003", Money::cents(10'000), State::executed)});
    CHECK(told(suggestions(items, with_id(paid(10'000), "R1-00001"), {})) ==
          "R1-000001 70\n"); // 30 for the id, 30 for the amount, 10 for nine days
    CHECK(told(suggestions(items, with_id(paid(9'100), "R1-000020"), {})) ==
          "R1-000002 50\n"); // two neighbours swapped, a tenth, nine days
    CHECK(told(suggestions(items, movement(due, Money::cents(10'000)), {})) == "R1-000003 40\n");
    CHECK(told(suggestions(items, paid(1), {})).empty());
    CHECK(told(suggestions(items, with_counterparty(paid(9'100), creditor.text()), {})).empty());
}

TEST_CASE("of two orders that a debit may be the one with its payee or reference stands first") {
    using enum Hint;
    Order power = order(1, "R1-000001", Money::cents(10'000));
    Order gas_bill = order(2, "R1-000002", Money::cents(10'000));
    power.payee = energy;
    gas_bill.payee = energy;
    gas_bill.communication = bill;
    const Matcher::Open_items items = only({}, {power, gas_bill});
    const auto found = suggestions(
        items, with_counterparty(with_ogm(paid(10'000, day(2026, 3, 20)), bill), energy.text()),
        {});
    CHECK(told(found) == "R1-000002 100\nR1-000001 70\n"); // 19 days: 5
    CHECK(found.at(0).hints ==
          std::vector{same_reference, same_iban, exact_amount, within_lookaround});
}

TEST_CASE("movements alike count by their share") {
    const std::vector<Alike> alike{{"expense:gas"}, {"expense:gas"}, {"expense:rent"}};
    CHECK(told(suggestions(only({}), paid(1), alike)) == "expense:gas 53\nexpense:rent 36\n");
    CHECK(told(suggestions(only({gas()}), paid(10'000), {{"expense:gas"}})) ==
          "expense:gas 70\nexpense:gas@2026-03-10 45\n");
}

TEST_CASE("equal scores stand in order of place and date, and the list is short") {
    std::vector<Expected> items;
    for (int i = 11; i >= 0; --i) {
        items.push_back(expense("expense:x", due.plus_days(30 * i), Money::cents(100)));
    }
    const auto found = suggestions(only(items), paid(100, due.plus_days(900)), {});
    REQUIRE(found.size() == suggestions_max);
    CHECK(found[0].due == due);
    CHECK(std::is_sorted(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.due < b.due; }));
}

TEST_CASE("texts that are nearly the same") {
    struct Row {
        const char* a;
        const char* b;
        bool near;
    };

    const Row rows[] = {
        {"", "", false},         {"1", "", false},       {"12", "12", false},
        {"12", "13", true},      {"12", "21", true},     {"12", "1", true},
        {"12", "123", true},     {"12", "2", true},      {"1234", "1324", true},
        {"1234", "1423", false}, {"1234", "12", false},  {"1234", "4321", false},
        {"1234", "2134", true},  {"1234", "1235", true},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.a));
        CAPTURE(std::string(row.b));
        CHECK(is_near(row.a, row.b) == row.near);
        CHECK(is_near(row.b, row.a) == row.near);
    }
}

TEST_CASE("suggestions do not depend on the order of the items, and score from 1 to 100") {
    CHECK(rc::check("suggestions", [] {
        Matcher::Open_items items;
        for (int i = *rc::gen::inRange(0, 8); i > 0; --i) {
            Expected item = expense(*rc::gen::element<std::string>("expense:a", "expense:b"),
                                    due.plus_days(i), Money::cents(*rc::gen::element(100, 105)));
            if (*rc::gen::inRange(0, 2) == 0) {
                item = with(item, *rc::gen::element(landlord, energy));
            }
            items.expected.push_back(item);
        }
        const Facts facts = with_counterparty(paid(*rc::gen::element(100, 104)), energy.text());
        const auto found = suggestions(items, facts, {{"expense:a"}, {"expense:b"}});
        std::reverse(items.expected.begin(), items.expected.end());
        RC_ASSERT(told(suggestions(items, facts, {{"expense:b"}, {"expense:a"}})) == told(found));
        for (const Suggestion& each : found) {
            RC_ASSERT(each.score > 0 && each.score <= 100);
        }
    }));
}
