#include "payments/purse.hpp"

#include "ledger/account.hpp"

#include <algorithm>

namespace saldo::payments {

using budget::Occurrence;

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

Purse::Taken Purse::take(const Occurrence& occurrence, Money amount, bool is_ahead) {
    const std::string free_code = ledger::code(ledger::Kind::pot, occurrence.account);
    Part& free = parts_[free_code];
    const bool from_pot = occurrence.pot != free_code && !budget::is_set_aside(occurrence);
    Part none;
    Part& pot = from_pot ? parts_[occurrence.pot] : none;

    const Money of_pot = std::min(amount, usable(pot, occurrence));
    const Money of_free = std::min(amount - of_pot, usable(free, occurrence));
    Taken taken{amount - of_pot - of_free};
    if (taken.lacks.is_positive()) {
        taken.goes_first = goes_before(free, occurrence);
        if (taken.goes_first == nullptr) {
            taken.goes_first = goes_before(pot, occurrence);
        }
        claim(pot, occurrence);
        claim(free, occurrence);
    } else {
        give(pot, occurrence, of_pot, is_ahead);
        give(free, occurrence, of_free, is_ahead);
    }
    return taken;
}

bool Purse::is_kept(const Part& part, const Occurrence& occurrence) {
    return part.first_claim != nullptr && part.first_claim->priority < occurrence.priority;
}

Money Purse::usable(const Part& part, const Occurrence& occurrence) {
    return is_kept(part, occurrence) ? Money::zero() : std::max(part.available, Money::zero());
}

const Occurrence* Purse::goes_before(const Part& part, const Occurrence& occurrence) {
    if (is_kept(part, occurrence)) {
        return part.first_claim;
    }
    const bool is_higher =
        part.first_ahead != nullptr && part.first_ahead->priority < occurrence.priority;
    return is_higher ? part.first_ahead : nullptr;
}

void Purse::claim(Part& part, const Occurrence& occurrence) {
    if (part.first_claim == nullptr || occurrence.priority < part.first_claim->priority) {
        part.first_claim = &occurrence;
    }
}

void Purse::give(Part& part, const Occurrence& occurrence, Money amount, bool is_ahead) {
    part.available -= amount;
    if (is_ahead && amount.is_positive() && part.first_ahead == nullptr) {
        part.first_ahead = &occurrence;
    }
}

} // namespace saldo::payments
