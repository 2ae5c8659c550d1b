// Goal: a debit without an EndToEndId is the order that it can only be, and else waits for a
// person. Method: tables of one or two orders to a creditor and a debit, with what it must be.
#include "items.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::reconcile;
using namespace saldo::reconcile::test;

namespace {

const Ogm bill_ogm = party::ogm_of_payload(1'001);
const Ogm other_ogm = party::ogm_of_payload(1'002);
const Creditor_reference bill_rf = party::parse_creditor_reference("RF18539007547034").value();
const Date monday = day(2026, 3, 2);
const Date next_monday = monday.plus_days(7);
const Money amount = Money::cents(8'500);

Order living_money(std::int64_t id, Date execution_date, party::Remittance communication = {}) {
    Order made = order(id, "R1-" + std::to_string(id), amount);
    made.execution_date = execution_date;
    made.communication = std::move(communication);
    return made;
}

Facts debit(Date booked, std::int64_t cents = -8'500) {
    return with_counterparty(movement(booked, Money::cents(cents)), creditor.text());
}

Explanation explain(std::vector<Order> orders, const Facts& facts) {
    return Matcher({.orders = std::move(orders), .expected = {}, .own_accounts = {}})
        .explain(facts);
}

Explanation is(std::int64_t order) {
    return concerns(Rule::own_payment, order);
}

Explanation may_be(std::vector<std::string> orders) {
    return suspense(Doubt::several_fit, std::move(orders));
}

const Explanation is_none = suspense(Doubt::nothing_fits);

} // namespace

TEST_CASE("a debit is the one order of its payee, amount and days") {
    const Order ours = living_money(1, monday);
    Order elsewhere = ours;
    elsewhere.account = "savings";
    Order executed = ours;
    executed.state = Order::State::executed;
    Order returned = ours;
    returned.state = Order::State::returned;
    const std::string spaced = party::format(creditor);
    Facts collected = debit(monday);
    collected.mandate_id = "M-1";
    Facts called_back = debit(monday);
    called_back.is_sent_back = true;

    struct Row {
        const char* what;
        Order order;
        Facts facts;
        Explanation result;
    };

    const Row rows[] = {
        {"no id", ours, debit(monday), is(1)},
        {"as good as none", ours, with_id(debit(monday), "NOTPROVIDED"), is(1)},
        {"as a bank writes accounts", ours, with_counterparty(debit(monday), spaced), is(1)},
        {"another's id", ours, with_id(debit(monday), "INVOICE-7"), is_none},
        {"the last day", ours, debit(monday.plus_days(order_window_days)), is(1)},
        {"too late", ours, debit(monday.plus_days(order_window_days + 1)), may_be({"R1-1"})},
        {"too early", ours, debit(monday.plus_days(-1)), may_be({"R1-1"})},
        {"a cent more", ours, debit(monday, -8'501), is_none},
        {"a credit", ours, debit(monday, 8'500), is_none},
        {"another payee", ours, with_counterparty(debit(monday), landlord.text()),
         may_be({"R1-1"})},
        {"nobody's account", ours, movement(monday, -amount), may_be({"R1-1"})},
        {"collected", ours, collected, is_none},
        {"called back", ours, called_back, may_be({"R1-1"})},
        {"of another account", elsewhere, debit(monday), is_none},
        {"executed already", executed, debit(monday), is_none},
        {"came back already", returned, debit(monday), is_none},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(explain({row.order}, row.facts) == row.result);
    }
}

TEST_CASE("a reference that was not sent along contradicts") {
    const std::string in_words = "factuur " + format(bill_ogm);

    struct Row {
        const char* what;
        party::Remittance sent;
        Facts facts;
        bool is_ours;
    };

    const Facts bare = debit(monday);
    const Row rows[] = {
        {"the OGM", bill_ogm, with_ogm(bare, bill_ogm), true},
        {"the OGM, lost", bill_ogm, bare, true},
        {"the OGM, words instead", bill_ogm, with_text(bare, "betaling"), true},
        {"another OGM", bill_ogm, with_ogm(bare, other_ogm), false},
        {"an OGM for words", std::string("Leefgeld"), with_ogm(bare, bill_ogm), false},
        {"an OGM for nothing", {}, with_ogm(bare, bill_ogm), false},
        {"the OGM, sent in words", in_words, with_ogm(bare, bill_ogm), true},
        {"the RF", bill_rf, with_rf(bare, bill_rf), true},
        {"an RF for an OGM", bill_ogm, with_rf(bare, bill_rf), false},
        {"an OGM for an RF", bill_rf, with_ogm(bare, bill_ogm), false},
        {"the words", std::string("Leefgeld"), with_text(bare, "LEEFGELD"), true},
        {"other words", std::string("Leefgeld"), with_text(bare, "Overschrijving"), true},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(explain({living_money(1, monday, row.sent)}, row.facts) ==
              (row.is_ours ? is(1) : may_be({"R1-1"})));
    }
}

TEST_CASE("of two orders alike the day or the communication tells which, or nobody knows") {
    const party::Remittance words = std::string("Leefgeld");
    const party::Remittance extra = std::string("Leefgeld extra");

    struct Row {
        const char* what;
        Order first;
        Order second;
        Facts facts;
        Explanation result;
    };

    const Explanation unknown = may_be({"R1-1", "R1-2"});
    const Row rows[] = {
        {"before the second day", living_money(1, monday, words),
         living_money(2, next_monday, words), debit(next_monday.plus_days(-1)), is(1)},
        {"on the second day", living_money(1, monday, words), living_money(2, next_monday, words),
         with_text(debit(next_monday), "Leefgeld"), unknown},
        {"when the first is too long ago", living_money(1, monday, words),
         living_money(2, next_monday, words), debit(monday.plus_days(order_window_days + 1)),
         is(2)},
        {"one day, one OGM", living_money(1, monday, bill_ogm), living_money(2, monday, other_ogm),
         with_ogm(debit(monday), other_ogm), is(2)},
        {"one day, no OGM", living_money(1, monday, bill_ogm), living_money(2, monday, other_ogm),
         debit(monday), unknown},
        {"one OGM for both", living_money(1, monday, bill_ogm), living_money(2, monday, bill_ogm),
         with_ogm(debit(monday), bill_ogm), unknown},
        {"one with an OGM", living_money(1, monday, bill_ogm), living_money(2, monday, words),
         with_ogm(debit(monday), bill_ogm), is(1)},
        {"the words of one", living_money(1, monday, words), living_money(2, monday, extra),
         with_text(debit(monday), "LEEFGELD EXTRA"), is(2)},
        {"the words of none", living_money(1, monday, words), living_money(2, monday, extra),
         with_text(debit(monday), "Overschrijving"), unknown},
        {"no words", living_money(1, monday), living_money(2, monday), debit(monday), unknown},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(explain({row.first, row.second}, row.facts) == row.result);
        CHECK(explain({row.second, row.first}, row.facts) == row.result);
    }
}

TEST_CASE("each week its own order, and a debit too many is none") {
    Matcher matcher({.orders = {living_money(1, monday), living_money(2, next_monday),
                                living_money(3, next_monday.plus_days(7))},
                     .expected = {},
                     .own_accounts = {}});
    CHECK(matcher.explain(debit(monday)) == is(1));
    CHECK(matcher.explain(debit(monday.plus_days(1))) == may_be({"R1-2", "R1-3"}));
    CHECK(matcher.explain(debit(next_monday.plus_days(2))) == is(2));
    CHECK(matcher.explain(with_id(debit(next_monday.plus_days(7)), "R1-3")) ==
          concerns(Rule::own_order, 3));
    CHECK(matcher.explain(debit(next_monday.plus_days(7))) == is_none);
    CHECK(matcher.explain(with_id(debit(next_monday.plus_days(7)), "R1-1")) ==
          suspense(Doubt::already_executed));
    CHECK(matcher.explain(with_id(debit(next_monday.plus_days(9), 8'500), "R1-1")) ==
          concerns(Rule::own_return, 1));
}

TEST_CASE("an order is known before an own account, a reference and an account are") {
    Order to_savings = living_money(1, monday);
    to_savings.payee = savings_account;
    const Matcher::Open_items savings{
        .orders = {to_savings}, .expected = {}, .own_accounts = {{"savings", savings_account}}};
    const Facts transfer = with_counterparty(debit(monday), savings_account.text());
    CHECK(Matcher(savings).explain(transfer) == is(1));
    CHECK(Matcher(savings).explain(with_ogm(transfer, bill_ogm)) ==
          settles(Rule::own_account, "transfer", std::nullopt));

    const Matcher::Open_items bill{
        .orders = {living_money(1, monday, bill_ogm)},
        .expected = {with(with(expense("expense:water", monday, amount), bill_ogm), creditor)},
        .own_accounts = {}};
    CHECK(Matcher(bill).explain(with_ogm(debit(monday), bill_ogm)) == is(1));
    CHECK(Matcher(bill).explain(debit(monday)) == is(1));
}

TEST_CASE("the order and its days are told, and kept where the movement does not name it") {
    Explanation found = explain({living_money(1, monday)}, debit(monday.plus_days(2)));
    CHECK(found.grounds == Grounds{.days = 2, .order = "R1-1"});
    const Facts facts = with_id(debit(monday), "NOTPROVIDED");
    CHECK(facts_used(facts, Rule::own_payment, found.grounds) ==
          Params{{"iban", std::string(creditor.text())},
                 {"order", "R1-1"},
                 {"days_after_execution", "2"}});
    CHECK(facts_used(facts, Rule::own_return, {.original = Movement_id{4}, .order = "R1-1"}) ==
          Params{{"original", "4"}, {"order", "R1-1"}});
}
