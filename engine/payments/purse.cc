#include "payments/purse.hpp"

#include "ledger/account.hpp"

#include <algorithm>

namespace saldo::payments {

Purse::Purse(const dossier::Dossier& dossier, const Position& position) {
    for (const auto& [code, balance] : position.pots) {
        parts_[code].available += balance;
    }
    for (const auto& [code, pending] : position.pending) {
        parts_[code].available -= pending;
    }
    for (const dossier::Account& account : dossier.accounts) {
        parts_[ledger::code(ledger::Kind::pot, account.id)].available += account.overdraft;
    }
}

Money Purse::take(const budget::Occurrence& occurrence, Money amount) {
    const std::string free_code = ledger::code(ledger::Kind::pot, occurrence.account);
    Part& free = parts_[free_code];
    const bool from_pot = occurrence.pot != free_code && !budget::is_set_aside(occurrence);
    Part none;
    Part& pot = from_pot ? parts_[occurrence.pot] : none;

    const Money of_pot = std::min(amount, usable(pot, occurrence.priority));
    const Money of_free = std::min(amount - of_pot, usable(free, occurrence.priority));
    const Money lacks = amount - of_pot - of_free;
    if (lacks.is_positive()) {
        claim(pot, occurrence.priority);
        claim(free, occurrence.priority);
    } else {
        pot.available -= of_pot;
        free.available -= of_free;
    }
    return lacks;
}

Money Purse::usable(const Part& part, dossier::Priority priority) {
    const bool kept = part.first_claim && *part.first_claim < priority;
    return kept ? Money::zero() : std::max(part.available, Money::zero());
}

void Purse::claim(Part& part, dossier::Priority priority) {
    part.first_claim = std::min(part.first_claim.value_or(priority), priority);
}

} // namespace saldo::payments
