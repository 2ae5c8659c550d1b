#pragma once

#include "reconcile/signals/signals.hpp"

#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

/// The parts of `signals`, one a kind. Each adds all it sees; the whole keeps what is asked for.
namespace saldo::reconcile::signalling {

/// Due dates by subject.
using Dues = std::set<std::pair<std::string, Date>>;
using Movements = std::set<Movement_id>;

/// About a movement, with its account, day, place, entry and amount.
[[nodiscard]] Signal about(const Seen& seen, Signal_code code, Severity severity);

/// The account of this id; null if its statements are not followed.
[[nodiscard]] const Watched_account* watched_account(const Signal_facts& facts,
                                                     const std::string& account);

[[nodiscard]] bool is_suspense(const Seen& seen, Doubt doubt);

/// The item of this account that is due nearest to the day, the earlier of two; null if none is
/// due within `days_max` or fits.
template <class Fits>
[[nodiscard]] const Expected*
nearest(std::span<const Expected> expected, const Seen& seen, int days_max, Fits fits) {
    const Expected* found = nullptr;
    const auto distance = [&](const Expected& item) {
        const int days = days_between(seen.facts.date, item.occurrence.due);
        return days < 0 ? -days : days;
    };
    for (const Expected& item : expected) {
        if (item.occurrence.account == seen.facts.account && distance(item) <= days_max &&
            fits(item) && (found == nullptr || distance(item) < distance(*found))) {
            found = &item;
        }
    }
    return found;
}

void add_amounts(const Signal_facts& facts, std::vector<Signal>& signals);
void add_repeated_debits(const Signal_facts& facts, std::vector<Signal>& signals);
void add_incomes(const Signal_facts& facts, const Dues& came, std::vector<Signal>& signals);
void add_broken_plans(const Signal_facts& facts, std::vector<Signal>& signals);
void add_handed_over(const Signal_facts& facts, std::vector<Signal>& signals);
void add_new_debts(const Signal_facts& facts, std::vector<Signal>& signals);
void add_bailiff_letters(const Signal_facts& facts, std::vector<Signal>& signals);
void add_seizures(const Signal_facts& facts, std::vector<Signal>& signals);
void add_returned(const Signal_facts& facts, std::vector<Signal>& signals);
void add_rejected(const Signal_facts& facts, std::vector<Signal>& signals);
/// All but these movements, of which another signal tells.
void add_unexpected(const Signal_facts& facts, const Movements& told, std::vector<Signal>& signals);
void add_balances(const Signal_facts& facts, std::vector<Signal>& signals);

} // namespace saldo::reconcile::signalling
