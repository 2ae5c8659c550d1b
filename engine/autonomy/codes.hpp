#pragma once

#include "base/code.hpp"

namespace saldo::autonomy {

// What a ladder says that cannot be.
inline constexpr Code said_twice{"autonomy.said_twice"};
inline constexpr Code rung_out_of_order{"autonomy.rung_out_of_order"};
inline constexpr Code task_missing{"autonomy.task_missing"};
inline constexpr Code key_unknown{"autonomy.key_unknown"};
inline constexpr Code fallback_higher{"autonomy.fallback_higher"};

// What a rung does not let happen: one for each event.
inline constexpr Code entry_refused{"autonomy.entry_refused"};
inline constexpr Code up_refused{"autonomy.up_refused"};
inline constexpr Code skip_refused{"autonomy.skip_refused"};
inline constexpr Code down_refused{"autonomy.down_refused"};
inline constexpr Code handover_refused{"autonomy.handover_refused"};
inline constexpr Code handover_ahead_refused{"autonomy.handover_ahead_refused"};
inline constexpr Code takeback_refused{"autonomy.takeback_refused"};
inline constexpr Code crisis_refused{"autonomy.crisis_refused"};
inline constexpr Code end_refused{"autonomy.end_refused"};
inline constexpr Code decision_needed{"autonomy.decision_needed"};

} // namespace saldo::autonomy
