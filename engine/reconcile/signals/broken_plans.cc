#include "reconcile/signals/parts.hpp"

namespace saldo::reconcile::signalling {

void add_broken_plans(const Signal_facts& facts, std::vector<Signal>& signals) {
    for (const Expected& item : facts.expected) {
        const budget::Occurrence& promised = item.occurrence;
        if (promised.plan.empty() || !open_amount(item).is_positive()) {
            continue;
        }
        const Watched_account* account = watched_account(facts, promised.account);
        const Date broken = promised.due.plus_days(dossier::plan_grace_days + 1);
        if (account == nullptr || !account->read_through || *account->read_through < broken ||
            (account->closed && promised.due > *account->closed)) {
            continue;
        }
        signals.push_back({.code = Signal_code::plan_broken,
                           .severity = Severity::error,
                           .account = promised.account,
                           .date = broken,
                           .subject = promised.subject,
                           .due = promised.due,
                           .movement = {},
                           .entry = 0,
                           .stated = item.paid,
                           .expected = promised.amount,
                           .facts = {{"plan", promised.plan}}});
    }
}

} // namespace saldo::reconcile::signalling
