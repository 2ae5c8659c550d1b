#pragma once

#include "base/code.hpp"

namespace saldo::payments {

// What a policy says (policy_document.hpp).
inline constexpr Code policy_value_wrong{"payments.policy_value_wrong"};
inline constexpr Code policy_role_unknown{"payments.policy_role_unknown"};
inline constexpr Code policy_right_of_nobody{"payments.policy_right_of_nobody"};
inline constexpr Code policy_said_twice{"payments.policy_said_twice"};

// What the profiles of banks say (bank_profile.hpp).
inline constexpr Code profile_said_twice{"payments.profile_said_twice"};
inline constexpr Code profile_codes_wrong{"payments.profile_codes_wrong"};
inline constexpr Code profile_of_others{"payments.profile_of_others"};

// What controls say of a line of a run (controls.hpp).
inline constexpr Code amount_above_plan{"payments.amount_above_plan"};
inline constexpr Code above_ceiling{"payments.above_ceiling"};
inline constexpr Code closing_balance_low{"payments.closing_balance_low"};
inline constexpr Code savings_withdrawn{"payments.savings_withdrawn"};
inline constexpr Code staff_paid{"payments.staff_paid"};
inline constexpr Code payee_shared{"payments.payee_shared"};
inline constexpr Code beneficiary_not_proved{"payments.beneficiary_not_proved"};

} // namespace saldo::payments
