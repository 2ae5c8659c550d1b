#pragma once

#include "autonomy/ladder.hpp"
#include "base/result.hpp"

#include <string_view>

namespace saldo::autonomy {

/// Whether an event may happen on a rung. `decision` is the reference of the decision of a person
/// or committee, or empty. Refuses the code of the event (autonomy.up_refused and so on) where the
/// rung does not let it happen, and autonomy.decision_needed where it takes a decision and there is
/// none. Both name the rung and the event.
[[nodiscard]] Result<Done> permit(const Rung& rung, Event event, std::string_view decision);

} // namespace saldo::autonomy
