#pragma once

#include "base/code.hpp"

namespace saldo::claims {

// The account of a claim
inline constexpr Code before_statement{"claims.before_statement"};
inline constexpr Code overpaid{"claims.overpaid"};
inline constexpr Code paid_before_statement{"claims.paid_before_statement"};
inline constexpr Code return_unexplained{"claims.return_unexplained"};
inline constexpr Code waived_too_much{"claims.waived_too_much"};
inline constexpr Code interest_twice{"claims.interest_twice"};

// Claims beside each other
inline constexpr Code possible_duplicate{"claims.possible_duplicate"};

// Whether a claim is lawful
inline constexpr Code old_contract{"claims.old_contract"};
inline constexpr Code several_reminders_free{"claims.several_reminders_free"};
inline constexpr Code recovery_paused{"claims.recovery_paused"};

// What a person decides on it
inline constexpr Code not_a_jurist{"claims.not_a_jurist"};
inline constexpr Code decision_too_early{"claims.decision_too_early"};
inline constexpr Code amount_not_wanted{"claims.amount_not_wanted"};
inline constexpr Code amount_missing{"claims.amount_missing"};
inline constexpr Code amount_too_large{"claims.amount_too_large"};
inline constexpr Code reason_missing{"claims.reason_missing"};

} // namespace saldo::claims
