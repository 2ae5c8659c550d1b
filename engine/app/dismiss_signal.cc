#include "app/dismiss_signal.hpp"

#include "app/codes.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

/// What an auditor reads of it, besides the reason.
Params told(const Signal_row& row, const std::string& reason) {
    const reconcile::Signal& signal = row.signal;
    Params facts{{"signal", to_hex(row.identity)},
                 {"code", std::string(name(signal.code))},
                 {"date", calendar::format(signal.date)}};
    if (!signal.subject.empty()) {
        facts.push_back({"subject", signal.subject});
    }
    if (signal.movement) {
        facts.push_back({"movement", std::to_string(signal.movement->value)});
    }
    if (signal.stated) {
        facts.push_back({"stated", format(*signal.stated)});
    }
    facts.push_back({"reason", reason});
    return facts;
}

} // namespace

Result<Signal_row> dismiss_signal(Desk& desk, Signal_dismissal dismissal) {
    dismissal.request.with_dismissed = true;
    return signals(desk.work(), dismissal.request)
        .and_then([&](std::vector<Signal_row> rows) -> Result<Signal_row> {
            const auto found = std::ranges::find(rows, dismissal.id, short_id);
            if (found == rows.end()) {
                return refuse(signal_unknown, {{"signal", dismissal.id},
                                               {"since", calendar::format(dismissal.request.since)},
                                               {"on", calendar::format(dismissal.request.on)}});
            }
            if (found->dismissal) {
                return refuse(signal_dismissed,
                              {{"signal", dismissal.id},
                               {"user", found->dismissal->actor.user},
                               {"as_of", calendar::format(found->dismissal->actor.as_of)},
                               {"reason", found->dismissal->reason}});
            }
            desk.record(signal_dismissed_event, found->dossier, told(*found, dismissal.reason));
            found->dismissal = Dismissal{desk.actor(), std::move(dismissal.reason)};
            return std::move(*found);
        });
}

} // namespace saldo::app
