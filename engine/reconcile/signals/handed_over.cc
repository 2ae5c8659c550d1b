#include "reconcile/signals/parts.hpp"

#include <algorithm>

namespace saldo::reconcile::signalling {

namespace {

/// What was shown last of a due date; null if nothing was.
const Shown_payment* shown_of(const Signal_facts& facts, const budget::Occurrence& occurrence) {
    const Shown_payment* found = nullptr;
    for (const Shown_payment& each : facts.shown) {
        if (each.subject == occurrence.subject && each.due == occurrence.due &&
            each.seen <= facts.on) {
            found = &each;
        }
    }
    return found;
}

bool is_clients(const budget::Occurrence& occurrence) {
    return occurrence.handed_over &&
           (occurrence.payer == dossier::Payer::client || occurrence.to_client);
}

/// The client paid it from the account the time before, so this time it would be seen.
bool is_visible(const Signal_facts& facts, const budget::Occurrence& occurrence) {
    const Expected* before = nullptr;
    for (const Expected& item : facts.expected) {
        if (item.occurrence.subject == occurrence.subject && item.occurrence.due < occurrence.due &&
            (before == nullptr || before->occurrence.due < item.occurrence.due)) {
            before = &item;
        }
    }
    return before != nullptr && is_clients(before->occurrence) && !before->occurrence.to_client &&
           before->paid.is_positive();
}

Severity severity_of(dossier::Priority priority) {
    return priority == dossier::Priority::housing || priority == dossier::Priority::energy
               ? Severity::error
               : Severity::warning;
}

Signal signal_of(const budget::Occurrence& occurrence, Signal_code code, Date date) {
    return {.code = code,
            .severity = code == Signal_code::handed_over_unseen ? Severity::info
                                                                : severity_of(occurrence.priority),
            .account = occurrence.account,
            .date = date,
            .subject = occurrence.subject,
            .due = occurrence.due,
            .movement = {},
            .entry = 0,
            .stated = {},
            .expected = occurrence.amount,
            .facts = {}};
}

/// The office paid the payee, and the client shows that he did.
void add_paid_twice(const Expected& item,
                    const Shown_payment& shown,
                    std::vector<Signal>& signals) {
    const budget::Occurrence& occurrence = item.occurrence;
    if (shown.is_paid && item.paid.is_positive() && occurrence.payer == dossier::Payer::office &&
        !occurrence.to_client) {
        Signal signal = signal_of(occurrence, Signal_code::double_payment, shown.seen);
        signal.severity = Severity::warning;
        signal.stated = item.paid + occurrence.amount;
        signals.push_back(std::move(signal));
    }
}

void add_of_client(const Signal_facts& facts,
                   const Expected& item,
                   const Shown_payment* shown,
                   std::vector<Signal>& signals) {
    const budget::Occurrence& occurrence = item.occurrence;
    if (shown != nullptr) {
        if (!shown->is_paid) {
            signals.push_back(signal_of(occurrence, Signal_code::handed_over_unpaid, shown->seen));
        }
        return;
    }
    const bool is_seen = !occurrence.to_client && is_settled(item);
    const Watched_account* account = watched_account(facts, occurrence.account);
    const Date late = occurrence.due.plus_days(client_grace_days + 1);
    if (is_seen || account == nullptr || !account->read_through || *account->read_through < late ||
        (account->closed && occurrence.due > *account->closed)) {
        return;
    }
    const bool is_missed = !occurrence.to_client && is_visible(facts, occurrence);
    signals.push_back(signal_of(
        occurrence, is_missed ? Signal_code::handed_over_unpaid : Signal_code::handed_over_unseen,
        late));
}

} // namespace

void add_handed_over(const Signal_facts& facts, std::vector<Signal>& signals) {
    for (const Expected& item : facts.expected) {
        if (!item.occurrence.handed_over) {
            continue;
        }
        const Shown_payment* shown = shown_of(facts, item.occurrence);
        if (is_clients(item.occurrence)) {
            add_of_client(facts, item, shown, signals);
        } else if (shown != nullptr) {
            add_paid_twice(item, *shown, signals);
        }
    }
}

void add_new_debts(const Signal_facts& facts, std::vector<Signal>& signals) {
    if (!facts.opened || facts.accounts.empty()) {
        return;
    }
    for (const Stated_debt& debt : facts.debts) {
        if (debt.stated <= facts.opened->plus_days(listing_days)) {
            continue;
        }
        signals.push_back(
            {.code = Signal_code::new_debt,
             .severity = debt.arose < *facts.opened ? Severity::info : Severity::warning,
             .account = facts.accounts.front().account,
             .date = debt.stated,
             .subject = debt.subject,
             .due = {},
             .movement = {},
             .entry = 0,
             .stated = debt.amount,
             .expected = Money::zero(),
             .facts = {{"arose", calendar::format(debt.arose)}}});
    }
}

void add_bailiff_letters(const Signal_facts& facts, std::vector<Signal>& signals) {
    if (facts.accounts.empty()) {
        return;
    }
    for (const Bailiff_letter& letter : facts.bailiff_letters) {
        signals.push_back({.code = Signal_code::bailiff_letter,
                           .severity = letter.is_act ? Severity::error : Severity::warning,
                           .account = facts.accounts.front().account,
                           .date = letter.sent,
                           .subject = letter.subject,
                           .due = {},
                           .movement = {},
                           .entry = 0,
                           .stated = {},
                           .expected = {},
                           .facts = {{"letter", letter.kind}}});
    }
}

} // namespace saldo::reconcile::signalling
