// Goal: incomes, amounts and payments that are not as planned are told, with their figures, and
// ordinary months give no signal. Method: a table a code around a wage and a rent, each with cases
// that must not signal.
#include "signals.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::reconcile;
using namespace saldo::reconcile::test;

TEST_CASE("names of signals lead back to them") {
    for (const Signal_code code : all_signal_codes) {
        CHECK(signal_code_from(name(code)) == code);
        CHECK(name(code).starts_with("signal."));
    }
    CHECK_FALSE(signal_code_from("income_late").has_value());
}

TEST_CASE("income late and missing, by the last statement that was read") {
    struct Row {
        const char* what;
        std::vector<Expected> expected;
        std::optional<Date> read_through;
        const char* told;
    };

    const char* late = "income_late/warning 2026-03-14 income:wage@2026-03-10 0.00 of 1800.00\n";
    const Row rows[] = {
        {"within the days of grace", {wage()}, march.plus_days(3), ""},
        {"a day later", {wage()}, march.plus_days(4), late},
        {"nothing was read", {wage()}, std::nullopt, ""},
        {"the next one is not due yet", {wage(), wage(april)}, april.plus_days(-1), late},
        {"the next one is due",
         {wage(), wage(april)},
         april,
         "income_missing/error 2026-04-10 income:wage@2026-03-10 0.00 of 1800.00\n"},
        {"nothing is due any more and no rule settles it",
         {wage()},
         march.plus_days(46),
         "income_missing/error 2026-04-25 income:wage@2026-03-10 0.00 of 1800.00\n"},
        {"it came", {paid(wage(), 180'000)}, april, ""},
        {"some of it came", {paid(wage(), 1)}, april, ""},
        {"it was sent back", {paid(wage(), 0)}, march.plus_days(4), late},
        {"an expense", {rent()}, april, ""},
        // Good Friday 3 April 2026: banks are closed until Tuesday.
        {"over Easter", {wage(day(2026, 4, 3))}, day(2026, 4, 10), ""},
        {"after Easter",
         {wage(day(2026, 4, 3))},
         day(2026, 4, 11),
         "income_late/warning 2026-04-11 income:wage@2026-04-03 0.00 of 1800.00\n"},
        {"long before the days that are asked for", {wage(day(2026, 2, 1))}, day(2026, 3, 15), ""},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(told(facts_of(row.expected, {}, row.read_through)) == row.told);
    }
    Signal_facts closed = facts_of({wage()});
    closed.accounts.front().closed = march.plus_days(-1);
    CHECK(told(closed) == "");
}

TEST_CASE("a plan is broken when its days of grace are read over") {
    struct Row {
        const char* what;
        std::vector<Expected> expected;
        std::optional<Date> read_through;
        const char* told;
    };

    const auto promised = [](Date due = march) {
        Expected item = rent(due);
        item.occurrence.plan = "7";
        return item;
    };
    const char* none = "plan_broken/error 2026-03-16 expense:rent@2026-03-10 0.00 of 600.00\n";
    const char* part = "plan_broken/error 2026-03-16 expense:rent@2026-03-10 599.99 of 600.00\n";
    const Row rows[] = {{"on the last day of grace", {promised()}, march.plus_days(5), ""},
                        {"a day later", {promised()}, march.plus_days(6), none},
                        {"nothing was read", {promised()}, std::nullopt, ""},
                        {"a cent is lacking", {paid(promised(), 59'999)}, march.plus_days(6), part},
                        {"it was paid", {paid(promised(), 60'000)}, march.plus_days(6), ""},
                        {"no plan promised it", {rent()}, march.plus_days(6), ""},
                        {"the next one has its own days",
                         {paid(promised(), 60'000), promised(april)},
                         april.plus_days(5),
                         ""}};
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(told(facts_of(row.expected, {}, row.read_through)) == row.told);
    }
    Signal_facts facts = facts_of({promised()}, {}, march.plus_days(6));
    const std::vector<Signal> all = signals(facts);
    REQUIRE(all.size() == 1);
    CHECK(all.front().facts == Params{{"plan", "7"}});
    facts.accounts.front().closed = march.plus_days(-1);
    CHECK(told(facts) == "");
}

TEST_CASE("an amount deviates from its line") {
    struct Row {
        const char* what;
        std::vector<Expected> expected;
        Told told;
        const char* signals;
    };

    const Expected margin = with_margin(wage(), Money::cents(5'000));
    const Row rows[] = {
        {"a bill under mandate",
         {paid(rent(), 61'000)},
         {march, -61'000, Rule::mandate, {}, "expense:rent", march},
         "amount_deviates/warning 2026-03-10 expense:rent@2026-03-10 #1 610.00 of 600.00\n"},
        {"a wage in two parts, of which one came",
         {paid(wage(), 90'000)},
         {march, 90'000, Rule::structured_reference, {}, "income:wage", march},
         "amount_deviates/warning 2026-03-10 income:wage@2026-03-10 #1 900.00 of 1800.00\n"},
        {"within the margin",
         {paid(margin, 175'000)},
         {march, 175'000, Rule::iban_amount_date, {}, "income:wage", march},
         ""},
        {"a cent more",
         {paid(margin, 174'999)},
         {march, 174'999, Rule::mandate, {}, "income:wage", march},
         "amount_deviates/warning 2026-03-10 income:wage@2026-03-10 #1 1749.99 of 1800.00\n"},
        {"to the cent",
         {paid(rent(), 60'000)},
         {march, -60'000, Rule::mandate, {}, "expense:rent", march},
         ""},
        {"a person decided it",
         {paid(rent(), 61'000)},
         {march, -61'000, Rule::by_hand, {}, "expense:rent", march},
         ""},
        {"a rule knows it, but it settles nothing",
         {wage()},
         {march.plus_days(2), 150'000, Rule::dossier_rule, {}, "income:wage"},
         "amount_deviates/warning 2026-03-12 income:wage@2026-03-10 #1 1500.00 of 1800.00\n"},
        {"the payer is known",
         {wage()},
         {march.plus_days(2),
          150'000,
          Rule::suspense,
          Doubt::nothing_fits,
          {},
          {},
          employer.text()},
         "amount_deviates/warning 2026-03-12 income:wage@2026-03-10 #1 1500.00 of 1800.00\n"},
        {"the payee is known",
         {rent()},
         {march, -58'000, Rule::suspense, Doubt::nothing_fits, {}, {}, landlord.text()},
         "amount_deviates/warning 2026-03-10 expense:rent@2026-03-10 #1 580.00 of 600.00\n"},
        {"the payer is known, but it came at another time",
         {paid(wage(), 0), paid(wage(april), 180'000)},
         {march.plus_days(12),
          150'000,
          Rule::suspense,
          Doubt::nothing_fits,
          {},
          {},
          employer.text()},
         "income_missing/error 2026-04-10 income:wage@2026-03-10 0.00 of 1800.00\n"},
        {"the payer is known, and the wage came",
         {paid(wage(), 180'000)},
         {march.plus_days(2),
          150'000,
          Rule::suspense,
          Doubt::nothing_fits,
          {},
          {},
          employer.text()},
         ""},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(told(facts_of(row.expected, {row.told})) == row.signals);
    }
}

TEST_CASE("an own payment with another amount, or executed twice") {
    Signal_facts facts = facts_of({}, {{march,
                                        -59'000,
                                        Rule::suspense,
                                        Doubt::amount_differs,
                                        {},
                                        {},
                                        {},
                                        {},
                                        {},
                                        ' ',
                                        {},
                                        "R1-1"},
                                       {april,
                                        -60'000,
                                        Rule::suspense,
                                        Doubt::already_executed,
                                        {},
                                        {},
                                        {},
                                        {},
                                        {},
                                        ' ',
                                        {},
                                        "R1-1"}});
    facts.orders = {order(1, "R1-1", Money::cents(60'000))};
    CHECK(told(facts) == "amount_deviates/warning 2026-03-10 #1 590.00 of 600.00\n"
                         "double_payment/warning 2026-04-10 #2 600.00 of 0.00\n");
}

TEST_CASE("the same is paid twice") {
    struct Row {
        const char* what;
        std::vector<Expected> expected;
        std::vector<Told> told;
        const char* signals;
    };

    const Told ordered{march, -60'000, Rule::own_order, {}, "expense:rent", march, landlord.text()};
    Told again{march.plus_days(4), -60'000, Rule::suspense, Doubt::nothing_fits, {}, {},
               landlord.text()};
    Told later = again;
    later.date = march.plus_days(15);
    Told elsewhere = again;
    elsewhere.iban = energy.text();
    Told other = again;
    other.cents = -60'001;
    Told next = again;
    next.rule = Rule::mandate;
    next.subject = "expense:rent";
    next.due = april;
    Told weekly = next;
    weekly.due = march.plus_days(7);
    Told refunded{march.plus_days(2),
                  60'000,
                  Rule::money_back,
                  {},
                  "expense:rent",
                  march,
                  landlord.text(),
                  {},
                  "MD06"};
    refunded.original = 1;
    const Told by_mandate{march.plus_days(5), -60'000, Rule::mandate, {}, "expense:rent", march};
    const Row rows[] = {
        {"ordered and collected for one due date",
         {paid(rent(), 120'000)},
         {ordered, by_mandate},
         "double_payment/warning 2026-03-15 expense:rent@2026-03-10 #2 1200.00 of 600.00\n"},
        {"collected, while the order is on its way",
         {paid(rent(), 120'000)},
         {by_mandate},
         "double_payment/warning 2026-03-15 expense:rent@2026-03-10 #1 1200.00 of 600.00\n"},
        {"paid once", {paid(rent(), 60'000)}, {ordered}, ""},
        {"paid in two halves",
         {paid(rent(), 60'000)},
         {{march, -30'000, Rule::by_hand, {}, "expense:rent", march},
          {march, -30'000, Rule::by_hand, {}, "expense:rent", march}},
         ""},
        {"the same debit again, with nothing due",
         {paid(rent(), 60'000)},
         {ordered, again},
         "double_payment/warning 2026-03-14 #2 600.00 of 0.00\n"},
        {"again, but not soon",
         {paid(rent(), 60'000)},
         {ordered, later},
         "unexpected_debit/warning 2026-03-25 #2 600.00\n"},
        {"the same amount to another account",
         {paid(rent(), 60'000)},
         {ordered, elsewhere},
         "unexpected_debit/warning 2026-03-14 #2 600.00\n"},
        {"another amount to the same account",
         {paid(rent(), 60'000)},
         {ordered, other},
         "unexpected_debit/warning 2026-03-14 #2 600.01\n"},
        {"taken for the next due date, long before it",
         {paid(rent(), 60'000), paid(rent(april), 60'000)},
         {ordered, next},
         "double_payment/warning 2026-03-14 expense:rent@2026-04-10 #2 600.00 of 0.00\n"},
        {"a second item was due",
         {paid(rent(), 60'000), paid(rent(march.plus_days(7)), 60'000)},
         {ordered, weekly},
         ""},
        {"the first one was refunded",
         {paid(rent(), 60'000)},
         {{march, -60'000, Rule::mandate, {}, "expense:rent", march, landlord.text()},
          refunded,
          {march.plus_days(4), -60'000, Rule::mandate, {}, "expense:rent", march, landlord.text()}},
         "returned/warning 2026-03-12 expense:rent@2026-03-10 #2 600.00\n"},
        {"more of what a rule knows, with nothing open",
         {paid(rent(), 60'000)},
         {ordered, {march.plus_days(20), -60'000, Rule::office_rule, {}, "expense:rent"}},
         "double_payment/warning 2026-03-30 expense:rent #2 600.00 of 0.00\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(told(facts_of(row.expected, row.told)) == row.signals);
    }
}
