#include "app/explainer.hpp"

#include "app/match_rules.hpp"
#include "app/orders.hpp"
#include "app/position.hpp"
#include "app/sent_back.hpp"
#include "base/invariant.hpp"
#include "reconcile/bank_signs.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

using reconcile::Explanation;
using reconcile::Rule;

/// How long after its execution date an order can still come back.
constexpr int return_days = 120;

reconcile::Order::State order_state(payments::Line_state state) {
    switch (state) {
    case payments::Line_state::executed:
        return reconcile::Order::State::executed;
    case payments::Line_state::returned:
        return reconcile::Order::State::returned;
    case payments::Line_state::rejected:
        return reconcile::Order::State::rejected;
    default:
        return reconcile::Order::State::exported;
    }
}

bool is_sent_back(std::string_view code, std::string_view reason, char r_type) {
    return reconcile::sent_back({code, reason, r_type}) != reconcile::Sent_back::no;
}

/// OGM or creditor reference, if the communication is one that holds, or an OGM in free text.
void add_reference(reconcile::Facts& facts, bank::Communication::Kind kind, std::string_view text) {
    if (kind == bank::Communication::Kind::ogm) {
        if (const auto ogm = party::parse_ogm(text)) {
            facts.ogm = *ogm;
        }
    } else if (kind == bank::Communication::Kind::rf) {
        if (const auto reference = party::parse_creditor_reference(text)) {
            facts.rf = *reference;
        }
    } else if (kind == bank::Communication::Kind::free) {
        facts.ogm = party::find_ogm(text);
    }
}

} // namespace

Explainer::Explainer(
    Desk& desk, Batches& batches, Dossier_row row, Date first_booking, Date last_booking)
    : Explainer(
          desk,
          batches,
          row,
          [&work = desk.work(), id = row.id] { return load_dossier(work, id); },
          first_booking,
          last_booking) {}

Explainer::Explainer(Desk& desk,
                     Batches& batches,
                     Dossier_row row,
                     Take_dossier take,
                     Date first_booking,
                     Date last_booking)
    : desk_(desk), batches_(batches), row_(std::move(row)), take_(std::move(take)),
      chart_(desk.work().journal().chart(row_.id)),
      first_(first_booking.plus_days(-reconcile::lookaround_days)),
      last_(last_booking.plus_days(reconcile::lookaround_days)),
      settled_(desk.work().journal().settled(row_.id, first_)), rules_(rules_in_force()) {
    for (Order_row& order : desk.work().runs().orders(row_.id, first_.plus_days(-return_days))) {
        orders_.emplace(order.line, std::move(order));
    }
}

/// Rules of the office may name accounts that this dossier has not.
std::vector<reconcile::Match_rule> Explainer::rules_in_force() const {
    Match_rules& rules = desk_.work().match_rules();
    std::vector<reconcile::Match_rule> found = rules.in_force(row_.id);
    for (reconcile::Match_rule& rule : rules.in_force(std::nullopt)) {
        if (rule.subject.starts_with(reconcile::category_mark) ||
            chart_.find(rule.subject) != nullptr) {
            found.push_back(std::move(rule));
        }
    }
    return found;
}

const dossier::Dossier& Explainer::household() {
    if (!dossier_) {
        dossier_ = take_();
    }
    return *dossier_;
}

reconcile::Matcher& Explainer::matcher() {
    if (!matcher_) {
        matcher_.emplace(open_items());
    }
    return *matcher_;
}

reconcile::Matcher::Open_items Explainer::open_items() {
    reconcile::Matcher::Open_items items;
    for (const auto& [line, order] : orders_) {
        items.orders.push_back(order_from(order));
    }
    std::map<std::pair<std::string_view, Date>, Money> paid;
    for (const Settled_row& row : settled_) {
        paid.emplace(std::pair(std::string_view(chart_.at(row.account).code), row.due), row.amount);
    }
    for (budget::Occurrence& occurrence : budget::occurrences(household(), first_, last_)) {
        const auto found = paid.find({occurrence.subject, occurrence.due});
        const Money booked = found == paid.end() ? Money::zero() : found->second;
        items.expected.push_back(reconcile::expected_of(std::move(occurrence), booked));
    }
    for (const dossier::Account& account : household().accounts) {
        if (account.opening) {
            items.own_accounts.push_back({account.id, account.iban});
        }
    }
    items.rules = std::exchange(rules_, {});
    if (!items.rules.empty()) {
        items.lines = category_lines(household());
    }
    return items;
}

Money Explainer::balance_of(const ledger::Account& pot) {
    if (!pots_) {
        pots_.emplace();
        for (const Balance_row& row : desk_.work().journal().balances(row_.id)) {
            pots_->emplace(row.account, row.balance);
        }
    }
    const auto found = pots_->find(pot.id);
    return found == pots_->end() ? Money::zero() : found->second;
}

std::uint64_t Explainer::post(ledger::Draft draft) {
    if (pots_) {
        for (const ledger::Posting& posting : draft.postings) {
            pots_->try_emplace(posting.account->id, Money::zero()).first->second += posting.amount;
        }
    }
    return desk_.post(row_, std::move(draft));
}

/// One part, or one for each payment of a block that the bank took as one debit.
std::vector<reconcile::Part> Explainer::explain(const Item& item) {
    const std::vector<Run_line_id>* block = batches_.find(item.facts.end_to_end_id);
    if (block == nullptr) {
        auto sent_back = explain_sent_back(item);
        return {{item.facts.amount,
                 sent_back ? *std::move(sent_back) : matcher().explain(item.facts), item.id}};
    }
    std::vector<reconcile::Part> parts = matcher().explain_block(item.facts, *block);
    for (reconcile::Part& part : parts) {
        part.movement = item.id;
    }
    return parts;
}

const Order_row* Explainer::order_named(std::string_view end_to_end_id) const {
    const auto found = std::ranges::find_if(orders_, [&](const auto& order) {
        return !end_to_end_id.empty() && order.second.end_to_end_id == end_to_end_id;
    });
    return found == orders_.end() ? nullptr : &found->second;
}

/// The order that an earlier movement executed; null if it executed none.
const Order_row* Explainer::executed_by(const Original& original) const {
    const Explanation& was = original.place.part.explanation;
    if (was.order) {
        const auto found = orders_.find(*was.order);
        return found == orders_.end() ? nullptr : &found->second;
    }
    return is_of_order(was.rule)
               ? order_named(was.grounds.order.value_or(original.movement.end_to_end_id))
               : nullptr;
}

/// What the bank sends back undoes an earlier movement: it goes where that one stands, and what
/// that one settled is due again. An own order that comes back under its own id is left to the
/// rules, which know it by that.
std::optional<Explanation> Explainer::explain_sent_back(const Item& item) {
    const reconcile::Facts& facts = item.facts;
    if (!facts.is_sent_back || order_named(facts.end_to_end_id) != nullptr) {
        return std::nullopt;
    }
    const std::optional<Original> original = find_original(desk_.work(), row_, item.id, facts);
    if (!original) {
        return std::nullopt;
    }
    const Explanation& was = original->place.part.explanation;
    Explanation explanation;
    explanation.grounds.original = original->movement.id;
    if (was.order || is_of_order(was.rule)) {
        const Order_row* order = executed_by(*original);
        if (order == nullptr || order->state != payments::Line_state::executed ||
            order->amount != facts.amount) {
            return std::nullopt;
        }
        explanation.rule = Rule::own_return;
        explanation.order = order->line;
        explanation.grounds.order = order->end_to_end_id;
        matcher().take_back(order->line);
        return explanation;
    }
    explanation.rule = Rule::money_back;
    explanation.subject = was.subject;
    explanation.due = was.due;
    explanation.pot = original->pot;
    if (was.due) {
        matcher().reopen(was.subject, *was.due, abs(facts.amount));
    }
    return explanation;
}

void Explainer::book(Movement_id movement, std::string origin, std::span<const Item> items) {
    invariant(!items.empty(), "a movement has at least itself to explain");
    std::vector<reconcile::Part> parts;
    parts.reserve(items.size());
    for (const Item& item : items) {
        std::vector<reconcile::Part> found = explain(item);
        ++counts_[found.front().explanation.rule];
        parts.insert(parts.end(), std::make_move_iterator(found.begin()),
                     std::make_move_iterator(found.end()));
    }
    const reconcile::Facts& facts = items.front().facts;
    post(reconcile::movement_entry({facts.account, facts.date, movement, std::move(origin)}, parts,
                                   chart_,
                                   [this](const ledger::Account& pot) { return balance_of(pot); }));
    for (const reconcile::Part& part : parts) {
        const Explanation& explanation = part.explanation;
        if (explanation.rule == Rule::suspense) {
            desk_.work().statements().add_suspense(part.movement, name(explanation.doubt));
        } else if (explanation.order) {
            settle_order(*explanation.order, part.amount, facts.date);
        }
    }
}

/// A debit executes the order, also one that the bank had rejected: what it paid is then paid, so
/// it is ordered again. A credit returns it: the order is reversed, so that what it paid is due
/// again.
void Explainer::settle_order(Run_line_id line, Money amount, Date date) {
    Order_row& order = orders_.at(line);
    touched_runs_.insert(order.run);
    if (amount.is_negative()) {
        if (order.state == payments::Line_state::rejected) {
            post(ordered_again(desk_.work(), row_.id, line, date));
            desk_.record(
                "payment.executed_though_rejected", row_.number,
                {{"end_to_end_id", order.end_to_end_id}, {"date", calendar::format(date)}});
        }
        if (order.state == payments::Line_state::exported ||
            order.state == payments::Line_state::rejected) {
            order.state = payments::Line_state::executed;
            desk_.work().runs().set_line_state(line, order.state);
        }
        return;
    }
    post(order_reversed(desk_.work(), row_.id, line, date, "payment_returned"));
    order.state = payments::Line_state::returned;
    desk_.work().runs().set_line_state(line, order.state);
    desk_.record("payment.returned", row_.number,
                 {{"end_to_end_id", order.end_to_end_id}, {"date", calendar::format(date)}});
}

bool Explainer::explain_again(const Suspense_row& row) {
    if (row.reason == name(reconcile::Doubt::undone)) {
        return false;
    }
    const std::string& account = row.account_key;
    std::vector<reconcile::Part> parts =
        explain({row.movement.id, facts_of(row.movement, account)});
    const Rule rule = parts.front().explanation.rule;
    ++counts_[rule];
    if (rule == Rule::suspense) {
        return false;
    }
    for (const reconcile::Part& part : parts) {
        leave_suspense(row, part, "");
    }
    return true;
}

void Explainer::leave_suspense(const Suspense_row& row,
                               const reconcile::Part& part,
                               std::string note) {
    post(reconcile::explanation_entry(
        {row.account_key, row.movement.booking_date, row.movement.id, row.origin}, part,
        std::move(note), chart_, [this](const ledger::Account& pot) { return balance_of(pot); }));
    desk_.work().statements().remove_suspense(row.movement.id);
    if (part.explanation.order) {
        settle_order(*part.explanation.order, part.amount, row.movement.booking_date);
    }
}

reconcile::Order order_from(const Order_row& row) {
    return {row.line,  row.end_to_end_id,  row.account_key,   row.amount,
            row.payee, row.execution_date, row.communication, order_state(row.state)};
}

reconcile::Facts facts_of(const Movement_row& movement, std::string_view account) {
    reconcile::Facts facts{.account = account,
                           .date = movement.booking_date,
                           .amount = movement.amount,
                           .counterparty_account = movement.counterparty_account,
                           .ogm = {},
                           .rf = {},
                           .end_to_end_id = movement.end_to_end_id,
                           .mandate_id = movement.mandate_id,
                           .counterparty_name = movement.counterparty_name,
                           .text = movement.communication,
                           .is_sent_back = is_sent_back(movement.transaction_code,
                                                        movement.return_reason, movement.r_type)};
    add_reference(facts, movement.communication_kind, movement.communication);
    return facts;
}

reconcile::Facts facts_of(const bank::Movement& movement,
                          std::string_view account,
                          Date booking_date,
                          Money amount) {
    reconcile::Facts facts{.account = account,
                           .date = booking_date,
                           .amount = amount,
                           .counterparty_account = movement.counterparty.account,
                           .ogm = {},
                           .rf = {},
                           .end_to_end_id = movement.end_to_end_id,
                           .mandate_id = movement.mandate_id,
                           .counterparty_name = movement.counterparty.name,
                           .text = movement.communication.text,
                           .is_sent_back = is_sent_back(movement.transaction_code,
                                                        movement.return_reason, movement.r_type)};
    add_reference(facts, movement.communication.kind, movement.communication.text);
    return facts;
}

} // namespace saldo::app
