#pragma once

#include "base/canonical.hpp"
#include "base/digest.hpp"
#include "base/finding.hpp"
#include "calendar/date.hpp"

#include <string>
#include <string_view>

namespace saldo::audit {

/// One act in the book: who did what, on which day of the book, with which figures. Events form
/// one chain for the office. `kind` is a stable name such as `run.approved`.
struct Event {
    std::uint64_t number = 0; ///< from 1
    Date as_of;
    std::string user;
    std::string kind;
    std::string dossier; ///< number, empty if it concerns no single one
    Params facts;
    Digest digest;
};

/// The fact of this name; empty if the event has none.
[[nodiscard]] const std::string& fact(const Event& event, std::string_view name);

/// The last link of the chain of events.
struct Event_head {
    std::uint64_t number = 0;
    Digest digest;
};

/// The bytes that the chain covers: `saldo.event.1`, number, as-of date, user, kind, dossier,
/// number of facts, and of each its name and value.
void canonical_bytes(Canonical_bytes& out, const Event& event);

} // namespace saldo::audit
