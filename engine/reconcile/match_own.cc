#include "ledger/account.hpp"
#include "reconcile/match.hpp"
#include "reconcile/words.hpp"

#include <algorithm>

/// How our own orders and accounts are recognised.
namespace saldo::reconcile {

namespace {

auto end_to_end_ids(const std::vector<Order>& orders) {
    return [&orders](std::uint32_t at) { return std::string_view(orders[at].end_to_end_id); };
}

/// What concerns an order, which it takes on to its next state.
Explanation concerning(Order& order, Rule rule, Order::State next) {
    order.state = next;
    Explanation explanation;
    explanation.rule = rule;
    explanation.order = order.id;
    return explanation;
}

/// A debit may follow a rejection: what stands on a statement happened.
bool takes_debit(const Order& order) {
    return order.state == Order::State::exported || order.state == Order::State::rejected;
}

/// A return may come before its debit: banks do not always keep the order.
bool takes_credit(const Order& order) {
    return order.state == Order::State::exported || order.state == Order::State::executed;
}

/// Banks lose EndToEndIds, and most exports have none. Such a debit may be an order.
bool may_be_order(const Facts& facts) {
    return facts.amount.is_negative() && facts.mandate_id.empty() &&
           !names_payment(facts.end_to_end_id);
}

/// The bank has not answered it, and it comes to the same.
bool is_unanswered(const Order& order, const Facts& facts) {
    return order.state == Order::State::exported && order.account == facts.account &&
           order.amount == -facts.amount;
}

bool is_in_days(const Order& order, const Facts& facts) {
    const int days = days_between(order.execution_date, facts.date);
    return days >= 0 && days <= order_window_days;
}

/// The references that a payee reads in a communication, as the facts of a movement have them.
std::optional<Ogm> ogm_in(const party::Remittance& communication) {
    if (const auto* ogm = std::get_if<Ogm>(&communication)) {
        return *ogm;
    }
    const auto* text = std::get_if<std::string>(&communication);
    return text == nullptr ? std::nullopt : party::find_ogm(*text);
}

std::optional<Creditor_reference> rf_in(const party::Remittance& communication) {
    const auto* rf = std::get_if<Creditor_reference>(&communication);
    return rf == nullptr ? std::nullopt : std::optional(*rf);
}

/// It states a reference that was not sent along.
bool contradicts(const Facts& facts, const party::Remittance& sent) {
    return (facts.ogm && facts.ogm != ogm_in(sent)) || (facts.rf && facts.rf != rf_in(sent));
}

/// It states what was sent along: the reference, else the words.
bool confirms(const Facts& facts, const party::Remittance& sent) {
    if (facts.ogm || facts.rf) {
        return !contradicts(facts, sent);
    }
    const auto* text = std::get_if<std::string>(&sent);
    return text != nullptr && !text->empty() && folded(facts.text) == folded(*text);
}

} // namespace

void Matcher::sort_orders() {
    const std::vector<Order>& orders = items_.orders;
    for (std::uint32_t at = 0; at < orders.size(); ++at) {
        if (names_payment(orders[at].end_to_end_id)) {
            orders_by_end_to_end_id_.push_back(at);
        }
    }
    sort_by(orders_by_end_to_end_id_, end_to_end_ids(orders));
}

std::optional<Explanation> Matcher::by_end_to_end_id(const Facts& facts) {
    for (const std::uint32_t at : positions_of(orders_by_end_to_end_id_, facts.end_to_end_id,
                                               end_to_end_ids(items_.orders))) {
        Order& order = items_.orders[at];
        if (order.account != facts.account) {
            continue;
        }
        const bool is_debit = facts.amount.is_negative();
        const bool is_used = is_debit ? !takes_debit(order) : !takes_credit(order);
        if (is_used) {
            return in_suspense(facts, Doubt::already_executed);
        }
        if (abs(facts.amount) != order.amount) {
            return in_suspense(facts, Doubt::amount_differs);
        }
        return is_debit ? concerning(order, Rule::own_order, Order::State::executed)
                        : concerning(order, Rule::own_return, Order::State::returned);
    }
    return std::nullopt;
}

/// Of orders that are alike in all else the one whose communication it states is meant. Nothing
/// else sets them apart: each could be late, or never be executed.
std::optional<Explanation> Matcher::by_payee(const Facts& facts, std::string_view counterparty) {
    if (!may_be_order(facts) || facts.is_sent_back) {
        return std::nullopt;
    }
    std::vector<Order*> fitting;
    for (Order& order : items_.orders) {
        if (is_unanswered(order, facts) && order.payee.text() == counterparty &&
            is_in_days(order, facts) && !contradicts(facts, order.communication)) {
            fitting.push_back(&order);
        }
    }
    if (fitting.size() > 1) {
        std::erase_if(fitting,
                      [&](const Order* order) { return !confirms(facts, order->communication); });
    }
    if (fitting.size() != 1) {
        return std::nullopt;
    }
    Order& order = *fitting.front();
    Explanation explanation = concerning(order, Rule::own_payment, Order::State::executed);
    explanation.grounds.days = days_between(order.execution_date, facts.date);
    explanation.grounds.order = order.end_to_end_id;
    return explanation;
}

/// The orders that it may be. A reference or a rule would book them a second time.
std::vector<std::string> Matcher::unanswered(const Facts& facts) const {
    std::vector<std::string> ids;
    if (!may_be_order(facts)) {
        return ids;
    }
    for (const std::uint32_t at : orders_by_end_to_end_id_) {
        const Order& order = items_.orders[at];
        if (is_unanswered(order, facts)) {
            ids.push_back(order.end_to_end_id);
        }
    }
    return ids;
}

std::vector<Part> Matcher::explain_block(const Facts& facts, std::span<const Run_line_id> block) {
    const auto doubtful = [&](Doubt doubt) {
        return std::vector<Part>{{facts.amount, in_suspense(facts, doubt)}};
    };
    if (!facts.amount.is_negative()) {
        return doubtful(Doubt::reference_other_way);
    }
    std::vector<Order*> open;
    Money sum = Money::zero();
    for (Order& order : items_.orders) {
        if (order.state == Order::State::exported && order.account == facts.account &&
            std::find(block.begin(), block.end(), order.id) != block.end()) {
            open.push_back(&order);
            sum += order.amount;
        }
    }
    if (open.empty()) {
        return doubtful(Doubt::already_executed);
    }
    if (sum != -facts.amount) {
        return doubtful(Doubt::amount_differs);
    }
    std::vector<Part> parts;
    for (Order* order : open) {
        parts.push_back(
            {-order->amount, concerning(*order, Rule::own_batch, Order::State::executed)});
    }
    return parts;
}

void Matcher::take_back(Run_line_id order) {
    for (Order& each : items_.orders) {
        if (each.id == order) {
            each.state = Order::State::returned;
        }
    }
}

std::optional<Explanation> Matcher::by_own_account(const Facts& facts,
                                                   std::string_view counterparty) const {
    for (const Own_account& own : items_.own_accounts) {
        if (own.account != facts.account && own.iban.text() == counterparty) {
            Explanation explanation;
            explanation.rule = Rule::own_account;
            explanation.subject = ledger::code(ledger::Kind::transfer, {});
            explanation.pot = free_part(facts.account);
            return explanation;
        }
    }
    return std::nullopt;
}

} // namespace saldo::reconcile
