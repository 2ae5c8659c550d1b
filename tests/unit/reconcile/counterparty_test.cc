// Goal: a payer or payee with about the right amount at about the right time is recognised, and
// what is not clear stays in suspense. Method: tables by hand.
#include "items.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::reconcile;
using namespace saldo::reconcile::test;

namespace {

const Rule rule = Rule::iban_amount_date;
const Date due = day(2026, 3, 25);

Matcher matcher_of(std::vector<Expected> items) {
    return Matcher({.orders = {}, .expected = std::move(items), .own_accounts = {}});
}

Expected wage(Date date) {
    return with_margin(with(income("income:wage", date, Money::cents(148'000)), employer),
                       Money::cents(15'000));
}

Facts received(Date date, std::int64_t cents) {
    return with_counterparty(movement(date, Money::cents(cents)), employer.text());
}

Facts paid(Date date, std::int64_t cents) {
    return with_counterparty(movement(date, Money::cents(-cents)), energy.text());
}

Expected bill(std::string subject, Date date, std::int64_t cents, std::int64_t margin_cents) {
    return with_margin(with(expense(std::move(subject), date, Money::cents(cents)), energy),
                       Money::cents(margin_cents));
}

} // namespace

TEST_CASE("amount within the margin, booked within the window, or later to the cent") {
    struct Row {
        int days_off;
        std::int64_t cents;
        bool fits;
    };

    const Row rows[] = {
        {0, 148'000, true},   {10, 148'000, true}, {-10, 148'000, true}, {-11, 148'000, false},
        {0, 163'000, true},   {0, 163'001, false}, {0, 133'000, true},   {0, 132'999, false},
        {0, -148'000, false}, {10, 148'001, true}, {11, 148'001, false}, // late: to the cent only
        {11, 148'000, true},  {45, 148'000, true}, {46, 148'000, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.days_off);
        CAPTURE(row.cents);
        CHECK(matcher_of({wage(due)}).explain(received(due.plus_days(row.days_off), row.cents)) ==
              (row.fits ? settles(rule, "income:wage", due) : suspense(Doubt::nothing_fits)));
    }
}

TEST_CASE("the window is that of the item") {
    Expected weekly = wage(due);
    weekly.window_days = window_days(calendar::Rhythm::weekly);
    CHECK(matcher_of({weekly}).explain(received(due.plus_days(3), 148'001)) ==
          settles(rule, "income:wage", due));
    CHECK(matcher_of({weekly}).explain(received(due.plus_days(4), 148'001)) ==
          suspense(Doubt::nothing_fits));
}

TEST_CASE("true twins: two equal movements and two due dates") {
    const Date next = due.plus_days(7);
    Matcher matcher = matcher_of({wage(next), wage(due)});
    CHECK(matcher.explain(received(due.plus_days(1), 148'000)) ==
          settles(rule, "income:wage", due));
    CHECK(matcher.explain(received(due.plus_days(1), 148'000)) ==
          settles(rule, "income:wage", next));
}

TEST_CASE("true twins: two equal movements and one due date") {
    Matcher matcher = matcher_of({wage(due)});
    CHECK(matcher.explain(received(due, 148'000)) == settles(rule, "income:wage", due));
    CHECK(matcher.explain(received(due, 148'000)) == suspense(Doubt::nothing_fits));
}

TEST_CASE("an item settled within its margin takes no small change later") {
    Matcher matcher = matcher_of({wage(due)});
    CHECK(matcher.explain(received(due, 140'000)) == settles(rule, "income:wage", due));
    CHECK(matcher.explain(received(due, 8'000)) == suspense(Doubt::nothing_fits));
}

TEST_CASE("what is still open of a partly paid item is what fits") {
    Expected partly = wage(due);
    partly.paid = Money::cents(100'000);
    CHECK(matcher_of({partly}).explain(received(due, 48'000)) == settles(rule, "income:wage", due));
    CHECK(matcher_of({partly}).explain(received(due, 148'000)) == suspense(Doubt::nothing_fits));
    CHECK(matcher_of({partly}).explain(received(due, 48'001)) == suspense(Doubt::nothing_fits));
}

TEST_CASE("the first booked movement gets the nearest due date") {
    const Date next = due.plus_days(8);
    const Facts early = received(due.plus_days(3), 148'000);
    const Facts late = received(due.plus_days(5), 148'000);
    Matcher in_order = matcher_of({wage(due), wage(next)});
    CHECK(in_order.explain(early) == settles(rule, "income:wage", due));
    CHECK(in_order.explain(late) == settles(rule, "income:wage", next));
    Matcher both_early = matcher_of({wage(due), wage(next)});
    CHECK(both_early.explain(received(due.plus_days(4), 148'000)) ==
          settles(rule, "income:wage", due)); // 4 days from both: the earlier
}

TEST_CASE("between two subjects the exact amount wins, then a clearly nearer due date") {
    struct Row {
        const char* what;
        Expected a;
        Expected b;
        std::int64_t cents;
        Explanation result;
    };

    const std::string gas = "expense:gas";
    const std::string water = "expense:water";
    const Explanation unclear = suspense(Doubt::several_fit, {gas, water});
    const Row rows[] = {
        {"exact beats near, though its due date is farther", bill(water, due.plus_days(9), 50, 5),
         bill(gas, due, 52, 5), 50, settles(rule, water, due.plus_days(9))},
        {"both exact, three days nearer", bill(water, due.plus_days(3), 50, 0),
         bill(gas, due, 50, 0), 50, settles(rule, gas, due)},
        {"both exact, two days nearer", bill(water, due.plus_days(2), 50, 0), bill(gas, due, 50, 0),
         50, unclear},
        {"both near, three days nearer", bill(water, due, 50, 5),
         bill(gas, due.plus_days(-3), 54, 5), 52, settles(rule, water, due)},
        {"both near, same day", bill(water, due, 50, 5), bill(gas, due, 54, 5), 52, unclear},
        {"one out of its window", bill(water, due.plus_days(11), 50, 0), bill(gas, due, 50, 0), 50,
         settles(rule, gas, due)},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(matcher_of({row.a, row.b}).explain(paid(due, row.cents)) == row.result);
        CHECK(matcher_of({row.b, row.a}).explain(paid(due, row.cents)) == row.result);
    }
}

TEST_CASE("in doubt nothing is used up") {
    Matcher matcher = matcher_of({bill("expense:a", due, 50, 0), bill("expense:b", due, 50, 0)});
    const Explanation unclear = suspense(Doubt::several_fit, {"expense:a", "expense:b"});
    CHECK(matcher.explain(paid(due, 50)) == unclear);
    CHECK(matcher.explain(paid(due, 50)) == unclear);
}

TEST_CASE("only the same counterparty, on the same account, fits") {
    Matcher matcher = matcher_of({wage(due)});
    Explanation elsewhere = suspense(Doubt::nothing_fits);
    elsewhere.pot = "pot:savings";
    CHECK(matcher.explain(on_account(received(due, 148'000), "savings")) == elsewhere);
    CHECK(matcher.explain(with_counterparty(movement(due, Money::cents(148'000)),
                                            landlord.text())) == suspense(Doubt::nothing_fits));
    const std::string spaced = party::format(employer);
    CHECK(matcher.explain(with_counterparty(movement(due, Money::cents(148'000)), spaced)) ==
          settles(rule, "income:wage", due));
}

TEST_CASE("what the client pays himself may still be debited here") {
    Expected phone = bill("expense:phone", due, 2'500, 0);
    phone.occurrence.payer = dossier::Payer::client;
    CHECK(matcher_of({phone}).explain(paid(due, 2'500)) == settles(rule, "expense:phone", due));
}

TEST_CASE("an unknown reference does not keep the counterparty from deciding") {
    Matcher matcher = matcher_of({bill("expense:gas", due, 5'000, 0)});
    CHECK(matcher.explain(with_ogm(paid(due, 5'000), party::ogm_of_payload(42))) ==
          settles(rule, "expense:gas", due));
}
