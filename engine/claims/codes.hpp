#pragma once

#include "base/code.hpp"

namespace saldo::claims {

// Whether a claim is lawful
inline constexpr Code old_contract{"claims.old_contract"};
inline constexpr Code several_reminders_free{"claims.several_reminders_free"};

// What a person decides on it
inline constexpr Code not_a_jurist{"claims.not_a_jurist"};
inline constexpr Code decision_too_early{"claims.decision_too_early"};
inline constexpr Code amount_not_wanted{"claims.amount_not_wanted"};
inline constexpr Code amount_missing{"claims.amount_missing"};
inline constexpr Code amount_too_large{"claims.amount_too_large"};
inline constexpr Code reason_missing{"claims.reason_missing"};

} // namespace saldo::claims
