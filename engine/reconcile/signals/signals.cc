#include "reconcile/signals/signals.hpp"

#include "base/named.hpp"
#include "reconcile/signals/parts.hpp"

#include <algorithm>
#include <tuple>

namespace saldo::reconcile {

namespace {

constexpr std::array signal_names{
    Named{Signal_code::income_late, "signal.income_late"},
    Named{Signal_code::income_missing, "signal.income_missing"},
    Named{Signal_code::amount_deviates, "signal.amount_deviates"},
    Named{Signal_code::double_payment, "signal.double_payment"},
    Named{Signal_code::unexpected_debit, "signal.unexpected_debit"},
    Named{Signal_code::negative_balance, "signal.negative_balance"},
    Named{Signal_code::low_balance, "signal.low_balance"},
    Named{Signal_code::seizure, "signal.seizure"},
    Named{Signal_code::returned, "signal.returned"},
    Named{Signal_code::rejected, "signal.rejected"},
    Named{Signal_code::plan_broken, "signal.plan_broken"},
    Named{Signal_code::handed_over_unpaid, "signal.handed_over_unpaid"},
    Named{Signal_code::handed_over_unseen, "signal.handed_over_unseen"},
    Named{Signal_code::new_debt, "signal.new_debt"},
    Named{Signal_code::bailiff_letter, "signal.bailiff_letter"},
};

/// A balance that did not recover.
bool lasts(const Signal& signal) {
    return is_of_balance(signal.code) &&
           std::ranges::find(signal.facts, "until", &Param::name) == signal.facts.end();
}

} // namespace

std::string_view name(Signal_code code) {
    return name_in(signal_names, code);
}

std::optional<Signal_code> signal_code_from(std::string_view name) {
    return value_in(signal_names, name);
}

std::vector<Signal> signals(const Signal_facts& facts) {
    std::vector<Signal> all;
    signalling::add_amounts(facts, all);
    signalling::Dues came;
    for (const Signal& signal : all) {
        if (signal.due) {
            came.emplace(signal.subject, *signal.due);
        }
    }
    signalling::add_incomes(facts, came, all);
    signalling::add_broken_plans(facts, all);
    signalling::add_handed_over(facts, all);
    signalling::add_new_debts(facts, all);
    signalling::add_bailiff_letters(facts, all);
    signalling::add_repeated_debits(facts, all);
    signalling::add_seizures(facts, all);
    signalling::add_returned(facts, all);
    signalling::add_rejected(facts, all);
    signalling::Movements told;
    for (const Signal& signal : all) {
        if (signal.movement) {
            told.insert(*signal.movement);
        }
    }
    signalling::add_unexpected(facts, told, all);
    signalling::add_balances(facts, all);
    std::erase_if(all, [&](const Signal& signal) {
        return signal.date > facts.on || (signal.date < facts.since && !lasts(signal));
    });
    std::ranges::sort(all, [](const Signal& a, const Signal& b) {
        return std::tie(a.date, a.account, a.code, a.subject, a.due, a.movement) <
               std::tie(b.date, b.account, b.code, b.subject, b.due, b.movement);
    });
    return all;
}

} // namespace saldo::reconcile

namespace saldo::reconcile::signalling {

Signal about(const Seen& seen, Signal_code code, Severity severity) {
    return {.code = code,
            .severity = severity,
            .account = std::string(seen.facts.account),
            .date = seen.facts.date,
            .subject = seen.subject,
            .due = seen.due,
            .movement = seen.movement,
            .entry = seen.entry,
            .stated = abs(seen.facts.amount),
            .expected = {},
            .facts = {}};
}

const Watched_account* watched_account(const Signal_facts& facts, const std::string& account) {
    const auto found = std::ranges::find(facts.accounts, account, &Watched_account::account);
    return found == facts.accounts.end() ? nullptr : &*found;
}

bool is_suspense(const Seen& seen, Doubt doubt) {
    return seen.rule == Rule::suspense && seen.doubt == doubt;
}

} // namespace saldo::reconcile::signalling
