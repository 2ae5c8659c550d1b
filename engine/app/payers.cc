#include "app/payers.hpp"

#include "app/position.hpp"
#include "base/invariant.hpp"

#include <algorithm>

namespace saldo::app {

Payers payers_of(Unit_of_work& work, const Run_sheet& sheet) {
    Payers payers;
    for (const payments::Run_line& line : sheet.lines) {
        if (line.proposal.decision == payments::Decision::in && !payers.contains(line.dossier)) {
            payers.emplace(line.dossier, Payer{{line.dossier, line.dossier_number},
                                               load_dossier(work, line.dossier),
                                               pot_balances(work, line.dossier)});
        }
    }
    return payers;
}

const dossier::Account& paying_account(const Payer& payer, const payments::Run_line& line) {
    const auto& accounts = payer.dossier.accounts;
    const auto found =
        std::ranges::find(accounts, line.proposal.occurrence.account, &dossier::Account::id);
    invariant(found != accounts.end(), "an account that paid stays in its dossier");
    return *found;
}

const dossier::Account& paying_account(const Payers& payers, const payments::Run_line& line) {
    return paying_account(payers.at(line.dossier), line);
}

} // namespace saldo::app
