#pragma once

#include "app/import_statements.hpp"
#include "app/ports.hpp"
#include "base/result.hpp"
#include "reconcile/signals/signals.hpp"

#include <span>
#include <string>
#include <vector>

namespace saldo::app {

/// The event that keeps a dismissal. Its facts are `signal` (the identity), `code`, `date`, as far
/// as there are `subject`, `movement` and `stated`, and `reason`.
inline constexpr std::string_view signal_dismissed_event = "signal.dismissed";

/// The word of a person that a signal needs no more attention.
struct Dismissal {
    ledger::Actor actor;
    std::string reason;
};

/// A signal with the dossier and bank account it is about.
struct Signal_row {
    std::string dossier; ///< number
    Iban account;
    reconcile::Signal signal;
    Digest identity; ///< SHA-256 over the dossier and what makes it this signal and no other
    std::optional<Dismissal> dismissal{};
};

/// By what people name it: the first 10 hexadecimal digits of its identity. Of a million signals
/// two have the same with a chance of one in three; of the few that are listed at a time none do.
[[nodiscard]] std::string short_id(const Signal_row& row);

/// What to look for: the signals that arose from `since` to `on`, both included, as far as the book
/// knew on `on`: movements and entries of later days are not looked at, and a statement that closes
/// later was not read.
struct Signal_request {
    std::vector<std::string> dossiers; ///< numbers; none: all of them
    Date since;
    Date on;
    bool with_dismissed = false; ///< those that were dismissed on `on` or earlier as well
};

/// The signals of dossiers, in order of dossier and then as `reconcile::signals` gives them.
/// Computed from the book, and nothing of it is kept. Refuses app.dossier_unknown.
[[nodiscard]] Result<std::vector<Signal_row>> signals(Unit_of_work& work,
                                                      const Signal_request& request);

/// The signals that these statements brought: of their accounts, on days that none of the account
/// had told of before, as far as nobody dismissed them.
[[nodiscard]] std::vector<Signal_row> new_signals(Unit_of_work& work,
                                                  std::span<const Imported_statement> statements);

} // namespace saldo::app
