#include "party/account_number.hpp"
#include "reconcile/match.hpp"
#include "reconcile/signals/parts.hpp"

#include <algorithm>
#include <map>

namespace saldo::reconcile::signalling {

namespace {

bool is_nothing_booked(const Expected& item) {
    return !item.paid.is_positive();
}

/// Decided by a person, or the bank's own word: nobody has to look again.
bool is_settled_by_word(Rule rule) {
    return is_own(rule) || rule == Rule::by_hand || rule == Rule::money_back;
}

Signal deviating(const Seen& seen, const Expected& item, Money stated) {
    Signal signal = about(seen, Signal_code::amount_deviates, Severity::warning);
    signal.subject = item.occurrence.subject;
    signal.due = item.occurrence.due;
    signal.stated = stated;
    signal.expected = item.occurrence.amount;
    signal.facts = {{"rule", std::string(name(seen.rule))},
                    {"margin", format(item.occurrence.margin)}};
    return signal;
}

/// The last movement that was booked on each due date, in its direction.
std::map<std::pair<std::string_view, Date>, const Seen*> last_booked(const Signal_facts& facts) {
    std::map<std::pair<std::string_view, Date>, const Seen*> last;
    for (const Seen& seen : facts.movements) {
        if (seen.due && seen.rule != Rule::money_back && seen.rule != Rule::own_return) {
            last.insert_or_assign({seen.subject, *seen.due}, &seen);
        }
    }
    return last;
}

/// What was booked on a due date, against what was planned.
void add_settled(const Signal_facts& facts, std::vector<Signal>& signals) {
    const auto last = last_booked(facts);
    for (const Expected& item : facts.expected) {
        const budget::Occurrence& occurrence = item.occurrence;
        const auto found = last.find({occurrence.subject, occurrence.due});
        if (found == last.end() || is_nothing_booked(item) ||
            abs(open_amount(item)) <= occurrence.margin) {
            continue;
        }
        const Seen& seen = *found->second;
        const bool at_once = item.paid <= abs(seen.facts.amount);
        const bool is_income = occurrence.direction == dossier::Direction::income;
        if (!is_income && !at_once && open_amount(item).is_negative()) {
            Signal signal = about(seen, Signal_code::double_payment, Severity::warning);
            signal.stated = item.paid;
            signal.expected = occurrence.amount;
            signal.facts = {{"rule", std::string(name(seen.rule))}};
            signals.push_back(std::move(signal));
        } else if (!is_settled_by_word(seen.rule)) {
            signals.push_back(deviating(seen, item, item.paid));
        }
    }
}

/// A rule knows what it is for, but its amount settled nothing.
void add_unsettled(const Signal_facts& facts, std::vector<Signal>& signals) {
    for (const Seen& seen : facts.movements) {
        if (seen.subject.empty() || seen.due || is_settled_by_word(seen.rule)) {
            continue;
        }
        const Expected* item =
            nearest(facts.expected, seen, lookaround_days, [&](const Expected& each) {
                return each.occurrence.subject == seen.subject &&
                       flows(each.occurrence.direction, seen.facts.amount);
            });
        if (item == nullptr) {
            continue;
        }
        const Money amount = abs(seen.facts.amount);
        if (is_nothing_booked(*item)) {
            signals.push_back(deviating(seen, *item, amount));
        } else if (item->occurrence.direction == dossier::Direction::expense &&
                   abs(amount - item->occurrence.amount) <= item->occurrence.margin) {
            Signal signal = about(seen, Signal_code::double_payment, Severity::warning);
            signal.expected = Money::zero();
            signal.facts = {{"rule", std::string(name(seen.rule))}};
            signals.push_back(std::move(signal));
        }
    }
}

/// The payer or payee is known, and only the amount kept it in suspense.
void add_in_suspense(const Signal_facts& facts, std::vector<Signal>& signals) {
    for (const Seen& seen : facts.movements) {
        const std::string account = party::normal_account(seen.facts.counterparty_account);
        if (!is_suspense(seen, Doubt::nothing_fits) || account.empty() || seen.facts.is_sent_back) {
            continue;
        }
        const Expected* item =
            nearest(facts.expected, seen, lookaround_days, [&](const Expected& each) {
                const auto& iban = each.occurrence.counterparty.iban;
                return iban && iban->text() == account && is_nothing_booked(each) &&
                       !budget::is_set_aside(each.occurrence) &&
                       flows(each.occurrence.direction, seen.facts.amount) &&
                       !fits_amount(each, seen.facts.amount);
            });
        const int days = item == nullptr ? 0 : days_between(item->occurrence.due, seen.facts.date);
        if (item != nullptr && days <= item->window_days && days >= -item->window_days) {
            Signal signal = deviating(seen, *item, abs(seen.facts.amount));
            signal.facts.push_back({"iban", account});
            signals.push_back(std::move(signal));
        }
    }
}

/// An own payment, executed with another amount than it was ordered with, or a second time.
void add_own(const Signal_facts& facts, std::vector<Signal>& signals) {
    for (const Seen& seen : facts.movements) {
        const bool differs = is_suspense(seen, Doubt::amount_differs);
        const bool again =
            is_suspense(seen, Doubt::already_executed) && seen.facts.amount.is_negative();
        if (!differs && !again) {
            continue;
        }
        Signal signal =
            about(seen, differs ? Signal_code::amount_deviates : Signal_code::double_payment,
                  Severity::warning);
        const auto order =
            std::ranges::find(facts.orders, seen.facts.end_to_end_id, &Order::end_to_end_id);
        if (differs && order != facts.orders.end()) {
            signal.expected = order->amount;
        } else if (again) {
            signal.expected = Money::zero();
        }
        signal.facts = {{"end_to_end_id", std::string(seen.facts.end_to_end_id)}};
        signals.push_back(std::move(signal));
    }
}

} // namespace

void add_amounts(const Signal_facts& facts, std::vector<Signal>& signals) {
    add_settled(facts, signals);
    add_unsettled(facts, signals);
    add_in_suspense(facts, signals);
    add_own(facts, signals);
}

} // namespace saldo::reconcile::signalling
