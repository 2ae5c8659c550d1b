#include "party/account_number.hpp"
#include "reconcile/match.hpp"
#include "reconcile/signals/parts.hpp"

#include <algorithm>

namespace saldo::reconcile::signalling {

namespace {

/// It settles nothing, or something that is due so much later that a rule took it only because
/// there was nothing nearer.
bool has_nothing_due(const Seen& seen, const Signal_facts& facts) {
    if (seen.rule == Rule::suspense) {
        return seen.doubt == Doubt::nothing_fits;
    }
    if (is_own(seen.rule) || seen.rule == Rule::by_hand || seen.rule == Rule::money_back) {
        return false;
    }
    if (!seen.due) {
        return true;
    }
    const auto item = std::ranges::find_if(facts.expected, [&](const Expected& each) {
        return each.occurrence.subject == seen.subject && each.occurrence.due == *seen.due;
    });
    return item != facts.expected.end() &&
           days_between(seen.facts.date, *seen.due) > item->window_days;
}

bool repeats(const Seen& again, const Seen& first, std::string_view account) {
    const int days = days_between(first.facts.date, again.facts.date);
    return first.movement != again.movement && first.facts.account == again.facts.account &&
           first.facts.amount == again.facts.amount && days >= 0 && days <= double_payment_days &&
           party::normal_account(first.facts.counterparty_account) == account;
}

} // namespace

void add_repeated_debits(const Signal_facts& facts, std::vector<Signal>& signals) {
    Movements sent_back;
    for (const Seen& seen : facts.movements) {
        if (seen.original) {
            sent_back.insert(*seen.original);
        }
    }
    Movements told;
    for (const Signal& signal : signals) {
        if (signal.code == Signal_code::double_payment && signal.movement) {
            told.insert(*signal.movement);
        }
    }
    for (std::size_t i = 0; i < facts.movements.size(); ++i) {
        const Seen& seen = facts.movements[i];
        const std::string account = party::normal_account(seen.facts.counterparty_account);
        if (!seen.facts.amount.is_negative() || account.empty() || seen.facts.is_sent_back ||
            told.contains(seen.movement) || !has_nothing_due(seen, facts)) {
            continue;
        }
        for (std::size_t k = i; k-- > 0;) {
            const Seen& first = facts.movements[k];
            if (!repeats(seen, first, account) || sent_back.contains(first.movement)) {
                continue;
            }
            Signal signal = about(seen, Signal_code::double_payment, Severity::warning);
            signal.expected = Money::zero();
            signal.facts = {
                {"iban", account},
                {"first", std::to_string(first.movement.value)},
                {"days_apart", std::to_string(days_between(first.facts.date, seen.facts.date))}};
            signals.push_back(std::move(signal));
            break;
        }
    }
}

} // namespace saldo::reconcile::signalling
