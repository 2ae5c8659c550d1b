#pragma once

#include "app/import_statements.hpp"
#include "app/ports.hpp"
#include "base/result.hpp"
#include "reconcile/signals/signals.hpp"

#include <span>
#include <string>
#include <vector>

namespace saldo::app {

/// A signal with the dossier and bank account it is about.
struct Signal_row {
    std::string dossier; ///< number
    Iban account;
    reconcile::Signal signal;
};

/// What to look for: the signals that arose from `since` to `on`, both included, as far as the book
/// knew on `on`: movements and entries of later days are not looked at, and a statement that closes
/// later was not read.
struct Signal_request {
    std::vector<std::string> dossiers; ///< numbers; none: all of them
    Date since;
    Date on;
};

/// The signals of dossiers, in order of dossier and then as `reconcile::signals` gives them.
/// Computed from the book, and nothing is kept. Refuses app.dossier_unknown.
[[nodiscard]] Result<std::vector<Signal_row>> signals(Unit_of_work& work,
                                                      const Signal_request& request);

/// The signals that these statements brought: of their accounts, on days that none of the account
/// had told of before.
[[nodiscard]] std::vector<Signal_row> new_signals(Unit_of_work& work,
                                                  std::span<const Imported_statement> statements);

} // namespace saldo::app
