#include "app/payers.hpp"

#include "app/position.hpp"
#include "app/read_ahead.hpp"
#include "base/invariant.hpp"

#include <algorithm>
#include <set>

namespace saldo::app {

Payers payers_of(Unit_of_work& work, const Run_sheet& sheet) {
    Payers payers;
    Read_ahead ahead([&](const Dossier_row& row, const dossier::Dossier& dossier) {
        payers.emplace(row.id,
                       Payer{row, dossier.accounts, dossier.closed, pot_balances(work, row.id)});
    });
    std::set<Dossier_id> known;
    for (const payments::Run_line& line : sheet.lines) {
        if (line.proposal.decision == payments::Decision::in && known.insert(line.dossier).second) {
            ahead.add({line.dossier, line.dossier_number},
                      work.dossiers().document(line.dossier).text);
        }
    }
    ahead.finish();
    return payers;
}

const dossier::Account& paying_account(const Payer& payer, const payments::Run_line& line) {
    const auto& accounts = payer.accounts;
    const auto found =
        std::ranges::find(accounts, line.proposal.occurrence.account, &dossier::Account::id);
    invariant(found != accounts.end(), "an account that paid stays in its dossier");
    return *found;
}

const dossier::Account& paying_account(const Payers& payers, const payments::Run_line& line) {
    return paying_account(payers.at(line.dossier), line);
}

} // namespace saldo::app
