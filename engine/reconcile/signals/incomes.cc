#include "budget/income.hpp"
#include "reconcile/match.hpp"
#include "reconcile/signals/parts.hpp"

#include <algorithm>

namespace saldo::reconcile::signalling {

namespace {

/// The first day on which it is missing: the next one is due, or no rule settles it any more.
Date missing_from(const Signal_facts& facts, const budget::Occurrence& income) {
    Date date = income.due.plus_days(lookaround_days + 1);
    for (const Expected& item : facts.expected) {
        if (item.occurrence.subject == income.subject && item.occurrence.due > income.due) {
            date = std::min(date, item.occurrence.due);
        }
    }
    return std::max(date, budget::late_from(income.due));
}

} // namespace

void add_incomes(const Signal_facts& facts, const Dues& came, std::vector<Signal>& signals) {
    for (const Expected& item : facts.expected) {
        const budget::Occurrence& income = item.occurrence;
        const Watched_account* account = watched_account(facts, income.account);
        if (income.direction != dossier::Direction::income || item.paid.is_positive() ||
            came.contains({income.subject, income.due}) || account == nullptr ||
            !account->read_through || (account->closed && income.due > *account->closed)) {
            continue;
        }
        const Date late = budget::late_from(income.due);
        const Date missing = missing_from(facts, income);
        if (*account->read_through < late) {
            continue;
        }
        const bool is_missing = *account->read_through >= missing;
        signals.push_back(
            {.code = is_missing ? Signal_code::income_missing : Signal_code::income_late,
             .severity = is_missing ? Severity::error : Severity::warning,
             .account = income.account,
             .date = is_missing ? missing : late,
             .subject = income.subject,
             .due = income.due,
             .movement = {},
             .entry = 0,
             .stated = Money::zero(),
             .expected = income.amount,
             .facts = {
                 {"read_through", calendar::format(*account->read_through)},
                 {"days", std::to_string(days_between(income.due, *account->read_through))}}});
    }
}

} // namespace saldo::reconcile::signalling
