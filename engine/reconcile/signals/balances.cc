#include "reconcile/signals/parts.hpp"

#include <algorithm>

namespace saldo::reconcile::signalling {

namespace {

/// A row of days on which the balance of an account was under a limit.
struct Spell {
    Date first;
    std::optional<Date> first_negative;
    Date lowest_on;
    Money lowest = Money::zero();
    std::optional<Date> until; ///< the day it recovered

    void take(const Day_balance& day) {
        if (day.balance.is_negative() && !first_negative) {
            first_negative = day.date;
        }
        if (day.balance < lowest) {
            lowest = day.balance;
            lowest_on = day.date;
        }
    }
};

std::vector<Spell> spells(const Watched_account& account) {
    std::vector<Spell> all;
    bool is_open = false;
    for (const Day_balance& day : account.days) {
        const bool is_low = day.balance < account.warn_below;
        if (is_low && !is_open) {
            all.push_back({day.date, {}, day.date, day.balance, {}});
        }
        if (is_low) {
            all.back().take(day);
        } else if (is_open) {
            all.back().until = day.date;
        }
        is_open = is_low;
    }
    return all;
}

Signal signal_of(const Watched_account& account, const Spell& spell) {
    const bool is_negative = spell.first_negative.has_value();
    const bool too_far = -spell.lowest > account.overdraft;
    Signal signal{.code = is_negative ? Signal_code::negative_balance : Signal_code::low_balance,
                  .severity = is_negative && too_far ? Severity::error : Severity::warning,
                  .account = account.account,
                  .date = spell.first_negative.value_or(spell.first),
                  .subject = {},
                  .due = {},
                  .movement = {},
                  .entry = 0,
                  .stated = spell.lowest,
                  .expected = account.warn_below,
                  .facts = {{"lowest_on", calendar::format(spell.lowest_on)}}};
    if (is_negative && account.overdraft.is_positive()) {
        signal.facts.push_back({"overdraft", format(account.overdraft)});
    }
    if (spell.until) {
        signal.facts.push_back({"until", calendar::format(*spell.until)});
    }
    return signal;
}

} // namespace

void add_balances(const Signal_facts& facts, std::vector<Signal>& signals) {
    for (const Watched_account& account : facts.accounts) {
        for (const Spell& spell : spells(account)) {
            signals.push_back(signal_of(account, spell));
        }
    }
}

} // namespace saldo::reconcile::signalling
