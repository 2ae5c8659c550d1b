// Goal: whatever comes in whatever order, nothing is used twice and every entry balances. Method:
// random open items and movements out of few values, so that they meet often; the test keeps its
// own sums.
#include "chart.hpp"
#include "items.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace saldo;
using namespace saldo::reconcile;
using namespace saldo::reconcile::test;

namespace {

const ledger::Chart chart = household_chart();
const Date start = day(2026, 3, 1);

int below(int limit) {
    return *rc::gen::inRange(0, limit);
}

Money some_amount() {
    return Money::cents(*rc::gen::element(100, 101, 105, 110, 200, 205));
}

std::string some_account() {
    return *rc::gen::element<std::string>("main", "main", "savings");
}

Iban some_counterparty() {
    return below(9) == 0 ? savings_account : *rc::gen::element(landlord, employer);
}

Ogm some_ogm() {
    return party::ogm_of_payload(static_cast<std::uint64_t>(1 + below(3)));
}

std::string some_mandate() {
    return below(2) == 0 ? "M-1" : "M-2";
}

Match_rule some_rule(int id) {
    Match_rule rule;
    rule.id = {id};
    rule.is_of_office = below(3) == 0;
    rule.iban = some_counterparty();
    rule.subject = *rc::gen::element<std::string>("income:wage", "expense:rent", "expense:gas");
    if (below(3) == 0) {
        rule.most = Money::cents(150);
    }
    return rule;
}

Expected some_expected(const std::set<std::pair<std::string, Date>>& taken) {
    const bool is_income = below(3) == 0;
    const std::string subject =
        is_income
            ? "income:wage"
            : *rc::gen::element<std::string>("expense:rent", "expense:gas", "debt:lender/loan");
    Date due = start.plus_days(below(60));
    while (taken.contains({subject, due})) {
        due = due.plus_days(1);
    }
    Expected item =
        is_income ? income(subject, due, some_amount()) : expense(subject, due, some_amount());
    item.occurrence.account = some_account();
    item.occurrence.pot = "pot:" + item.occurrence.account;
    if (item.occurrence.account == "main" && below(2) == 0) {
        item.occurrence.pot += below(2) == 0 ? "/holiday" : "/energy";
    }
    item.occurrence.margin = Money::cents(*rc::gen::element(0, 5, 10));
    item.paid = below(4) == 0 ? Money::cents(below(120)) : Money::zero();
    item.window_days = below(2) == 0 ? 3 : 10;
    if (below(3) > 0) {
        item.occurrence.counterparty.iban = some_counterparty();
    }
    if (below(3) == 0) {
        item.occurrence.communication = some_ogm();
    }
    if (!is_income && below(3) == 0) {
        item.occurrence.mandate = some_mandate();
    }
    return item;
}

Matcher::Open_items some_items() {
    Matcher::Open_items items;
    items.own_accounts = {{"main", main_account}, {"savings", savings_account}};
    for (int i = below(5); i > 0; --i) {
        items.orders.push_back(
            order(i, "R-" + std::to_string(i), some_amount(),
                  *rc::gen::element(Order::State::exported, Order::State::exported,
                                    Order::State::executed)));
        items.orders.back().account = some_account();
    }
    for (int i = below(3); i > 0; --i) {
        items.rules.push_back(some_rule(i));
    }
    std::set<std::pair<std::string, Date>> taken;
    for (int i = below(12); i > 0; --i) {
        items.expected.push_back(some_expected(taken));
        const budget::Occurrence& occurrence = items.expected.back().occurrence;
        taken.insert({occurrence.subject, occurrence.due});
    }
    return items;
}

/// Owns the texts that facts look at.
struct Movement {
    std::string account;
    Date date;
    Money amount;
    std::string counterparty;
    std::optional<Ogm> ogm;
    std::string end_to_end_id;
    std::string mandate;

    [[nodiscard]] Facts facts() const {
        return {account, date, amount, counterparty, ogm, std::nullopt, end_to_end_id, mandate};
    }
};

Movement any_movement() {
    return {some_account(),
            start.plus_days(below(60)),
            below(2) == 0 ? some_amount() : -some_amount(),
            std::string(some_counterparty().text()),
            below(3) == 0 ? std::optional(some_ogm()) : std::nullopt,
            below(4) == 0 ? "R-" + std::to_string(1 + below(4)) : "",
            below(6) == 0 ? some_mandate() : ""};
}

/// One that nearly is what an order expects.
Movement movement_of(const Order& order) {
    Movement movement = any_movement();
    movement.account = order.account;
    movement.end_to_end_id = order.end_to_end_id;
    movement.amount = below(5) == 0 ? movement.amount : order.amount;
    movement.amount = below(3) == 0 ? movement.amount : -abs(movement.amount);
    return movement;
}

/// One that nearly is what an item expects.
Movement movement_of(const Expected& item) {
    const budget::Occurrence& occurrence = item.occurrence;
    Movement movement = any_movement();
    movement.account = occurrence.account;
    movement.end_to_end_id.clear();
    movement.date = occurrence.due.plus_days(below(14) - 7);
    const Money amount = below(5) == 0 ? some_amount() : occurrence.amount;
    const bool is_income = (occurrence.direction == dossier::Direction::income) == (below(9) > 0);
    movement.amount = is_income ? amount : -amount;
    movement.ogm.reset();
    if (const auto* ogm = std::get_if<Ogm>(&occurrence.communication); ogm && below(2) == 0) {
        movement.ogm = *ogm;
    }
    if (occurrence.counterparty.iban) {
        movement.counterparty = occurrence.counterparty.iban->text();
    }
    return movement;
}

std::vector<Movement> some_movements(const Matcher::Open_items& items) {
    std::vector<Movement> movements;
    for (int i = below(25); i > 0; --i) {
        const int kind = below(4);
        if (kind == 0 && !items.orders.empty()) {
            movements.push_back(movement_of(*rc::gen::elementOf(items.orders)));
        } else if (kind < 3 && !items.expected.empty()) {
            movements.push_back(movement_of(*rc::gen::elementOf(items.expected)));
        } else {
            movements.push_back(any_movement());
        }
    }
    std::stable_sort(movements.begin(), movements.end(),
                     [](const Movement& a, const Movement& b) { return a.date < b.date; });
    return movements;
}

const Expected& item_of(const Matcher::Open_items& items, const Explanation& explanation) {
    return *std::find_if(items.expected.begin(), items.expected.end(), [&](const Expected& item) {
        return item.occurrence.subject == explanation.subject &&
               item.occurrence.due == *explanation.due;
    });
}

} // namespace

TEST_CASE("no item and no order is used beyond what it is") {
    CHECK(rc::check("matcher", [] {
        const Matcher::Open_items items = some_items();
        Matcher matcher(items);
        std::map<const Expected*, Money> paid;
        std::map<std::int64_t, std::pair<int, int>> used;
        for (const Movement& movement : some_movements(items)) {
            const Explanation explanation = matcher.explain(movement.facts());
            const bool in_suspense = explanation.rule == Rule::suspense;
            RC_ASSERT(
                (explanation.order.has_value() + !explanation.subject.empty() + in_suspense) == 1);
            RC_ASSERT(in_suspense == (explanation.doubt != Doubt::none));
            RC_ASSERT(explanation.order.has_value() == explanation.pot.empty());
            if (explanation.order) {
                auto& [executed, returned] = used[explanation.order->value];
                ++(movement.amount.is_negative() ? executed : returned);
                RC_ASSERT(executed <= 1 && returned <= 1);
            }
            if (!explanation.due) {
                continue;
            }
            const Expected& item = item_of(items, explanation);
            const budget::Occurrence& occurrence = item.occurrence;
            Money& sum = paid.try_emplace(&item, item.paid).first->second;
            RC_ASSERT(occurrence.account == movement.account);
            RC_ASSERT((occurrence.direction == dossier::Direction::income) ==
                      movement.amount.is_positive());
            RC_ASSERT(sum.is_zero() || sum + occurrence.margin < occurrence.amount);
            sum += abs(movement.amount);
            const bool is_by_amount = explanation.rule == Rule::iban_amount_date ||
                                      explanation.rule == Rule::dossier_rule ||
                                      explanation.rule == Rule::office_rule;
            RC_ASSERT(!is_by_amount || sum <= occurrence.amount + occurrence.margin);
        }
    }));
}

TEST_CASE("what is explained does not depend on the order of the open items") {
    CHECK(rc::check("matcher", [] {
        const Matcher::Open_items items = some_items();
        Matcher::Open_items reversed = items;
        std::reverse(reversed.expected.begin(), reversed.expected.end());
        std::reverse(reversed.orders.begin(), reversed.orders.end());
        Matcher a(items);
        Matcher b(std::move(reversed));
        for (const Movement& movement : some_movements(items)) {
            RC_ASSERT(a.explain(movement.facts()) == b.explain(movement.facts()));
        }
    }));
}

TEST_CASE("every entry balances, and no pot but the free part goes below zero") {
    CHECK(rc::check("movement_entry", [] {
        const Matcher::Open_items items = some_items();
        Matcher matcher(items);
        std::map<std::string, Money> balances;
        const auto balance = [&](const std::string& code) -> Money& {
            return balances.try_emplace(code, Money::zero()).first->second;
        };
        const ledger::Pot_balance balance_of = [&](const ledger::Account& pot) {
            return balance(pot.code);
        };
        std::map<std::string, std::vector<Part>> totals;
        for (const Movement& movement : some_movements(items)) {
            std::vector<Part>& parts = totals[movement.account];
            parts.push_back({movement.amount, matcher.explain(movement.facts())});
            if (below(2) == 0) {
                continue; // the next one is a detail of the same total
            }
            const ledger::Draft draft = movement_entry(
                {movement.account, movement.date, Movement_id{1}, "f:1"}, parts, chart, balance_of);
            RC_ASSERT(ledger::check(draft).has_value());
            for (const ledger::Posting& posting : draft.postings) {
                Money& now = balance(posting.account->code);
                now += posting.amount;
                const bool is_named_pot = posting.account->code.find('/') != std::string::npos &&
                                          posting.account->kind == ledger::Kind::pot;
                RC_ASSERT(!is_named_pot || !now.is_negative());
            }
            parts.clear();
        }
        RC_ASSERT(balance("bank:main") + balance("transit:main") ==
                  balance("pot:main") + balance("pot:main/holiday") + balance("pot:main/energy"));
    }));
}

TEST_CASE("explained later or at once comes to the same") {
    CHECK(rc::check("explanation_entry", [] {
        const Money holds = Money::cents(below(300) - 50);
        const ledger::Pot_balance balance_of = [&](const ledger::Account&) { return holds; };
        const Money amount = below(2) == 0 ? some_amount() : -some_amount();
        Explanation explanation = concerns(Rule::by_hand, 7);
        if (below(3) > 0) {
            explanation = settles(Rule::by_hand, "debt:lender/loan", start);
            explanation.pot = *rc::gen::element<std::string>("pot:main", "pot:main/holiday");
        }
        const Booking booking{"main", start, Movement_id{1}, "f:1"};
        const Part doubtful{amount, suspense(Doubt::several_fit)};
        const Part clear{amount, explanation};

        const ledger::Draft first = movement_entry(booking, {&doubtful, 1}, chart, balance_of);
        const ledger::Draft second = explanation_entry(booking, clear, {}, chart, balance_of);
        RC_ASSERT(ledger::check(second).has_value());
        Effect later;
        add_to(later, first);
        add_to(later, second);
        Effect at_once;
        add_to(at_once, movement_entry(booking, {&clear, 1}, chart, balance_of));
        RC_ASSERT(later == at_once);
    }));
}
