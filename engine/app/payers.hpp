#pragma once

#include "app/runs.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace saldo::app {

/// What paying takes of a dossier with payments in a run.
struct Payer {
    Dossier_row row;
    std::vector<dossier::Account> accounts;
    std::optional<Date> closed;
    std::map<std::string, Money> pots; ///< balances by ledger code
};

using Payers = std::map<Dossier_id, Payer>;

/// The dossiers of the lines that are in.
[[nodiscard]] Payers payers_of(Unit_of_work& work, const Run_sheet& sheet);

/// The bank account of the dossier that a line is paid from.
[[nodiscard]] const dossier::Account& paying_account(const Payer& payer,
                                                     const payments::Run_line& line);
[[nodiscard]] const dossier::Account& paying_account(const Payers& payers,
                                                     const payments::Run_line& line);

} // namespace saldo::app
