#pragma once

#include "app/desk.hpp"
#include "app/signals.hpp"

#include <string>

namespace saldo::app {

/// What a person has looked at. `request` says where it is looked for, dismissed or not.
struct Signal_dismissal {
    std::string id; ///< as `short_id` gives it
    std::string reason;
    Signal_request request;
};

/// Records that a signal was looked at and needs nothing more, and why: the event
/// `signal.dismissed`. It holds for this very signal; one with another amount or fact is another
/// signal. Refuses app.dossier_unknown, app.signal_unknown and app.signal_dismissed.
[[nodiscard]] Result<Signal_row> dismiss_signal(Desk& desk, Signal_dismissal dismissal);

} // namespace saldo::app
