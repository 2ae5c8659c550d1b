#include "app/explainer.hpp"

#include "app/codes.hpp"
#include "app/position.hpp"
#include "base/invariant.hpp"

#include <algorithm>
#include <cstdlib>

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
    default:
        return reconcile::Order::State::exported;
    }
}

/// A person may say that a movement belongs on such an account.
bool can_take_movements(ledger::Kind kind) {
    return kind == ledger::Kind::income || kind == ledger::Kind::expense ||
           kind == ledger::Kind::living_money || kind == ledger::Kind::debt ||
           kind == ledger::Kind::transfer;
}

/// OGM or creditor reference, if the communication is one that holds.
void add_reference(reconcile::Facts& facts, bank::Communication::Kind kind, std::string_view text) {
    if (kind == bank::Communication::Kind::ogm) {
        if (const auto ogm = party::parse_ogm(text)) {
            facts.ogm = *ogm;
        }
    } else if (kind == bank::Communication::Kind::rf) {
        if (const auto reference = party::parse_creditor_reference(text)) {
            facts.rf = *reference;
        }
    }
}

} // namespace

Explainer::Explainer(Desk& desk, Dossier_row dossier, Date first_booking, Date last_booking)
    : desk_(desk), row_(std::move(dossier)), dossier_(load_dossier(desk.work(), row_.id)),
      chart_(desk.work().journal().chart(row_.id)),
      matcher_(open_items(first_booking.plus_days(-reconcile::lookaround_days),
                          last_booking.plus_days(reconcile::lookaround_days))) {}

reconcile::Matcher::Open_items Explainer::open_items(Date first, Date last) {
    reconcile::Matcher::Open_items items;
    for (Order_row& order : desk_.work().runs().orders(row_.id, first.plus_days(-return_days))) {
        items.orders.push_back({order.line, order.end_to_end_id, order.account_key, order.amount,
                                order_state(order.state)});
        orders_.emplace(order.line, std::move(order));
    }
    std::map<std::pair<std::string_view, Date>, Money> paid;
    for (const Settled_row& row : desk_.work().journal().settled(row_.id, first)) {
        paid.emplace(std::pair(std::string_view(chart_.at(row.account).code), row.due), row.amount);
    }
    for (budget::Occurrence& occurrence : budget::occurrences(dossier_, first, last)) {
        const auto found = paid.find({occurrence.subject, occurrence.due});
        const Money booked = found == paid.end() ? Money::zero() : found->second;
        const bool income = occurrence.direction == dossier::Direction::income;
        const int window = reconcile::window_days(occurrence.rhythm);
        items.expected.push_back({std::move(occurrence), income ? -booked : booked, window});
    }
    for (const dossier::Account& account : dossier_.accounts) {
        if (account.opening) {
            items.own_accounts.push_back({account.id, account.iban});
        }
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

void Explainer::book(Movement_id movement, std::string origin, std::span<const Item> items) {
    invariant(!items.empty(), "a movement has at least itself to explain");
    std::vector<reconcile::Part> parts;
    parts.reserve(items.size());
    for (const Item& item : items) {
        parts.push_back({item.facts.amount, matcher_.explain(item.facts)});
    }
    const reconcile::Facts& facts = items.front().facts;
    post(reconcile::movement_entry({facts.account, facts.date, movement, std::move(origin)}, parts,
                                   chart_,
                                   [this](const ledger::Account& pot) { return balance_of(pot); }));
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Explanation& explanation = parts[i].explanation;
        ++counts_[explanation.rule];
        if (explanation.rule == Rule::suspense) {
            desk_.work().statements().add_suspense(items[i].id, name(explanation.doubt));
        } else if (explanation.order) {
            settle_order(*explanation.order, items[i].facts.amount, items[i].facts.date);
        }
    }
}

/// A debit executes the order. A credit returns it: the order is reversed, so that what it paid is
/// due again.
void Explainer::settle_order(Run_line_id line, Money amount, Date date) {
    Order_row& order = orders_.at(line);
    touched_runs_.insert(order.run);
    if (amount.is_negative()) {
        if (order.state == payments::Line_state::exported) {
            order.state = payments::Line_state::executed;
            desk_.work().runs().set_line_state(line, order.state);
        }
        return;
    }
    const std::optional<Entry> entry = desk_.work().journal().order_entry(row_.id, line);
    invariant(entry.has_value(), "an exported line has the entry that ordered it");
    post(ledger::reversal_of(entry->draft, entry->number, date, "payment_returned", ""));
    order.state = payments::Line_state::returned;
    desk_.work().runs().set_line_state(line, order.state);
    desk_.record("payment.returned", row_.number,
                 {{"end_to_end_id", order.end_to_end_id}, {"date", calendar::format(date)}});
}

bool Explainer::explain_again(const Suspense_row& row) {
    const std::string& account = row.account_key;
    Explanation explanation = matcher_.explain(facts_of(row.movement, account));
    ++counts_[explanation.rule];
    if (explanation.rule == Rule::suspense) {
        return false;
    }
    leave_suspense(row, std::move(explanation), "");
    return true;
}

void Explainer::leave_suspense(const Suspense_row& row, Explanation explanation, std::string note) {
    const reconcile::Part part{row.movement.amount, std::move(explanation)};
    post(reconcile::explanation_entry(
        {row.account_key, row.movement.booking_date, row.movement.id, row.origin}, part,
        std::move(note), chart_, [this](const ledger::Account& pot) { return balance_of(pot); }));
    desk_.work().statements().remove_suspense(row.movement.id);
    if (part.explanation.order) {
        settle_order(*part.explanation.order, row.movement.amount, row.movement.booking_date);
    }
}

Result<std::optional<Date>> Explainer::assign(const Suspense_row& row,
                                              std::string_view subject,
                                              std::optional<Date> due,
                                              std::string note) {
    return place_of(row, subject, due).map([&](Explanation explanation) {
        const std::optional<Date> settled = explanation.due;
        leave_suspense(row, std::move(explanation), std::move(note));
        return settled;
    });
}

Result<Explanation> Explainer::order_of(const Suspense_row& row, std::string_view end_to_end_id) {
    const auto found = std::ranges::find_if(
        orders_, [&](const auto& order) { return order.second.end_to_end_id == end_to_end_id; });
    if (found == orders_.end()) {
        return refuse(subject_unknown,
                      {{"dossier", row_.number}, {"subject", std::string(end_to_end_id)}});
    }
    const Order_row& order = found->second;
    const Money amount = row.movement.amount;
    // A debit may follow its own return: banks do not always keep the order.
    const bool fits = amount.is_negative() ? order.state != payments::Line_state::executed
                                           : order.state != payments::Line_state::returned;
    if (!fits || abs(amount) != order.amount) {
        return refuse(order_does_not_fit, {{"end_to_end_id", order.end_to_end_id},
                                           {"state", std::string(name(order.state))},
                                           {"stated", format(amount)},
                                           {"computed", format(order.amount)}});
    }
    return Explanation{.rule = Rule::by_hand,
                       .order = found->first,
                       .subject = {},
                       .due = {},
                       .pot = {},
                       .candidates = {}};
}

Result<Explanation>
Explainer::place_of(const Suspense_row& row, std::string_view subject, std::optional<Date> due) {
    const ledger::Account* account = chart_.find(subject);
    if (account == nullptr || !can_take_movements(account->kind)) {
        return order_of(row, subject);
    }
    const std::optional<budget::Occurrence> settled =
        due ? expected_on(subject, *due) : nearest_unpaid(subject, row.movement);
    if (due && !settled) {
        return refuse(due_not_expected,
                      {{"subject", std::string(subject)}, {"due", calendar::format(*due)}});
    }
    const bool has_pot = settled && settled->account == row.account_key;
    return Explanation{.rule = Rule::by_hand,
                       .order = {},
                       .subject = std::string(subject),
                       .due = settled ? std::optional(settled->due) : std::nullopt,
                       .pot = has_pot ? settled->pot
                                      : ledger::code(ledger::Kind::pot, row.account_key),
                       .candidates = {}};
}

std::optional<budget::Occurrence> Explainer::expected_on(std::string_view subject, Date due) const {
    for (budget::Occurrence& each : budget::occurrences(dossier_, due, due)) {
        if (each.subject == subject) {
            return std::move(each);
        }
    }
    return std::nullopt;
}

/// What a person says without a due date settles the nearest one on which nothing is booked, so
/// that the next run does not pay it a second time. Money in the other direction, such as the
/// refund of an expense, settles none.
std::optional<budget::Occurrence> Explainer::nearest_unpaid(std::string_view subject,
                                                            const Movement_row& movement) {
    const Date near = movement.booking_date;
    const bool comes_in = movement.amount.is_positive();
    const Date first = near.plus_days(-reconcile::lookaround_days);
    std::set<Date> booked;
    for (const Settled_row& row : desk_.work().journal().settled(row_.id, first)) {
        if (chart_.at(row.account).code == subject && !row.amount.is_zero()) {
            booked.insert(row.due);
        }
    }
    std::optional<budget::Occurrence> nearest;
    const auto distance = [&](const budget::Occurrence& each) {
        return std::abs(days_between(near, each.due));
    };
    for (budget::Occurrence& each :
         budget::occurrences(dossier_, first, near.plus_days(reconcile::lookaround_days))) {
        const bool fits = each.subject == subject && !booked.contains(each.due) &&
                          (each.direction == dossier::Direction::income) == comes_in;
        if (fits && (!nearest || distance(each) < distance(*nearest))) {
            nearest = std::move(each);
        }
    }
    return nearest;
}

reconcile::Facts facts_of(const Movement_row& movement, std::string_view account) {
    reconcile::Facts facts{.account = account,
                           .date = movement.booking_date,
                           .amount = movement.amount,
                           .counterparty_account = movement.counterparty_account,
                           .ogm = {},
                           .rf = {},
                           .end_to_end_id = movement.end_to_end_id};
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
                           .end_to_end_id = movement.end_to_end_id};
    add_reference(facts, movement.communication.kind, movement.communication.text);
    return facts;
}

void close_finished_runs(Desk& desk, const std::set<Run_id>& runs) {
    for (payments::Run& run : desk.work().runs().all()) {
        if (runs.contains(run.id) && run.state == payments::Run_state::exported &&
            !desk.work().runs().waits_for_bank(run.id)) {
            run.state = payments::Run_state::closed;
            desk.work().runs().update(run);
            desk.record("run.closed", "", {{"run", run.number}});
        }
    }
}

} // namespace saldo::app
