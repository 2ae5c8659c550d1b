// Goal: debits that nobody expects, balances, seizures and what comes back are told, and nothing
// that only looks like them. Method: a table a code, each with cases that must not signal.
#include "signals.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::reconcile;
using namespace saldo::reconcile::test;

TEST_CASE("an unexpected debit") {
    struct Row {
        const char* what;
        Told told;
        const char* signals;
    };

    const Row rows[] = {
        {"nothing fits", {march, -1'850}, "unexpected_debit/warning 2026-03-10 #1 18.50\n"},
        {"costs of the bank",
         {march, -350, Rule::suspense, Doubt::nothing_fits, {}, {}, {}, "03501000"},
         "unexpected_debit/info 2026-03-10 #1 3.50\n"},
        {"a known reference, the other way",
         {march, -1'850, Rule::suspense, Doubt::reference_other_way},
         "unexpected_debit/warning 2026-03-10 #1 18.50\n"},
        {"several things fit", {march, -1'850, Rule::suspense, Doubt::several_fit}, ""},
        {"a person is to decide", {march, -1'850, Rule::suspense, Doubt::undone}, ""},
        {"a rule knows it", {march, -1'850, Rule::dossier_rule, {}, "expense:shop"}, ""},
        {"an own account", {march, -1'850, Rule::own_account, {}, "transfer"}, ""},
        {"money that comes in", {march, 1'850}, ""},
        {"before the days that are asked for", {since.plus_days(-1), -1'850}, ""},
        {"after them", {on.plus_days(1), -1'850}, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(told(facts_of({}, {row.told})) == row.signals);
    }
}

TEST_CASE("balances below zero and below the limit of the dossier") {
    struct Row {
        const char* what;
        std::int64_t warn_below;
        std::int64_t overdraft;
        std::vector<std::int64_t> cents; ///< at the end of 10, 11, 12 … March
        const char* signals;
    };

    const Row rows[] = {
        {"never low", 0, 0, {5'000, 0, 1}, ""},
        {"below zero, and still",
         0,
         0,
         {5'000, -100, -2'000, -50},
         "negative_balance/error 2026-03-11 -20.00 of 0.00\n"},
        {"below zero for a day",
         0,
         0,
         {5'000, -100, 0},
         "negative_balance/error 2026-03-11 -1.00 of 0.00\n"},
        {"twice",
         0,
         0,
         {-1, 0, -2},
         "negative_balance/error 2026-03-10 -0.01 of 0.00\n"
         "negative_balance/error 2026-03-12 -0.02 of 0.00\n"},
        {"as far as the dossier allows",
         0,
         2'000,
         {-2'000},
         "negative_balance/warning 2026-03-10 -20.00 of 0.00\n"},
        {"farther", 0, 2'000, {-2'001}, "negative_balance/error 2026-03-10 -20.01 of 0.00\n"},
        {"low", 5'000, 0, {5'000, 4'999, 0}, "low_balance/warning 2026-03-11 0.00 of 50.00\n"},
        {"low, then below zero",
         5'000,
         0,
         {4'999, -1},
         "negative_balance/error 2026-03-11 -0.01 of 50.00\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        Signal_facts facts = facts_of({});
        Watched_account& account = facts.accounts.front();
        account.warn_below = Money::cents(row.warn_below);
        account.overdraft = Money::cents(row.overdraft);
        for (const std::int64_t cents : row.cents) {
            account.days.push_back(
                {march.plus_days(static_cast<int>(account.days.size())), Money::cents(cents)});
        }
        CHECK(told(facts) == row.signals);
    }
}

TEST_CASE("a balance that is still low is told whenever it became so, one that recovered is not") {
    Signal_facts facts = facts_of({});
    facts.accounts.front().days = {{since.plus_days(-20), Money::cents(-5)}};
    CHECK(told(facts) == "negative_balance/error 2026-02-09 -0.05 of 0.00\n");
    facts.accounts.front().days.push_back({since.plus_days(-10), Money::cents(5)});
    CHECK(told(facts) == "");
}

TEST_CASE("seizures, by code, reason and words") {
    struct Row {
        const char* what;
        Told told;
        bool signals;
    };

    Told blocked{march, 6'000, Rule::money_back, {}, "expense:gas", march};
    blocked.reason = "AC16";
    Told closed = blocked;
    closed.reason = "AC04";
    Told own = blocked;
    own.rule = Rule::own_return;
    const auto saying = [](std::int64_t cents, std::string_view text) {
        return Told{march, cents, Rule::dossier_rule, {}, "income:wage", {}, {}, {}, {}, ' ', text};
    };
    const Row rows[] = {
        {"a writ",
         {march, -7'500, Rule::suspense, Doubt::nothing_fits, {}, {}, {}, "08031000"},
         true},
        {"other costs",
         {march, -7'500, Rule::suspense, Doubt::nothing_fits, {}, {}, {}, "08033000"},
         false},
        {"the account is sequestered", blocked, true},
        {"the account was closed", closed, false},
        {"the account of a payee of ours", own, false},
        {"words of a bank", saying(-50'000, "UITVOEREND BESLAG OP REKENING"), true},
        {"words of an employer", saying(120'000, "Loon na Loonbeslag"), true},
        {"in French", saying(-50'000, "SAISIE-ARRET EXECUTION"), true},
        {"words that only begin like it", saying(-50'000, "beslagen ramen"), false},
        {"our own words",
         {march, -50'000, Rule::own_order, {}, "debt:a/b", march, {}, {}, {}, ' ', "beslag 2026"},
         false},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        const bool found =
            told(facts_of({}, {row.told})).find("seizure/error") != std::string::npos;
        CHECK(found == row.signals);
    }
}

TEST_CASE("what came back, found or not") {
    struct Row {
        const char* what;
        Told told;
        const char* signals;
        Params facts;
    };

    Told back{april, 7'500, Rule::own_return, {}, "debt:bank/loan", march};
    back.reason = "AC04";
    back.end_to_end_id = "R1-1";
    Told refund{april, 6'000, Rule::money_back, {}, "expense:gas", march};
    refund.code = "00554000";
    refund.original = 7;
    Told unknown{april, 100, Rule::suspense, Doubt::nothing_fits};
    unknown.r_type = '1';
    Told decided = unknown;
    decided.rule = Rule::by_hand;
    decided.subject = "expense:gas";
    const Row rows[] = {
        {"an own payment",
         back,
         "returned/warning 2026-04-10 debt:bank/loan@2026-03-10 #1 75.00\n",
         {{"kind", "return"}, {"reason", "AC04"}, {"end_to_end_id", "R1-1"}}},
        {"a direct debit",
         refund,
         "returned/warning 2026-04-10 expense:gas@2026-03-10 #1 60.00\n",
         {{"kind", "refund"}, {"original", "7"}}},
        {"of something that is not in the book",
         unknown,
         "returned/warning 2026-04-10 #1 1.00\n",
         {{"kind", "reject"}}},
        {"that a person explained", decided, "", {}},
        {"plain money in", {april, 100}, "", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        const Signal_facts facts = facts_of({}, {row.told});
        CHECK(told(facts) == row.signals);
        if (!row.facts.empty()) {
            CHECK(signals(facts).at(0).facts == row.facts);
            CHECK(signals(facts).at(0).entry == 101);
        }
    }
}

TEST_CASE("signals come in order of day and do not depend on what else there is") {
    const std::vector<Told> told_{{april, -100}, {march, -100}, {march, -200}};
    CHECK(told(facts_of({wage(april)}, told_)) ==
          "unexpected_debit/warning 2026-03-10 #2 1.00\n"
          "unexpected_debit/warning 2026-03-10 #3 2.00\n"
          "unexpected_debit/warning 2026-04-10 #1 1.00\n"
          "income_late/warning 2026-04-14 income:wage@2026-04-10 0.00 of 1800.00\n");
}
