#pragma once

#include "base/code.hpp"

namespace saldo::plans {

// What is wrong with the document of a plan.
inline constexpr Code value_wrong{"plans.value_wrong"};
inline constexpr Code said_twice{"plans.said_twice"};
inline constexpr Code classes_missing{"plans.classes_missing"};
inline constexpr Code classes_not_wanted{"plans.classes_not_wanted"};
inline constexpr Code class_unknown{"plans.class_unknown"};
inline constexpr Code class_missing{"plans.class_missing"};
inline constexpr Code instalment_missing{"plans.instalment_missing"};
inline constexpr Code interest_above_balance{"plans.interest_above_balance"};
inline constexpr Code kept_with_minimum{"plans.kept_with_minimum"};
inline constexpr Code rate_not_legal{"plans.rate_not_legal"};
inline constexpr Code account_missing{"plans.account_missing"};
inline constexpr Code creditor_unknown{"plans.creditor_unknown"};

// What a plan leads to.
inline constexpr Code never_ends{"plans.never_ends"};
inline constexpr Code beyond_term{"plans.beyond_term"};
inline constexpr Code rate_supposed{"plans.rate_supposed"};
inline constexpr Code below_interest{"plans.below_interest"};
inline constexpr Code below_minimum{"plans.below_minimum"};
inline constexpr Code below_agreed{"plans.below_agreed"};
inline constexpr Code settlement_waits{"plans.settlement_waits"};
inline constexpr Code zero_offer{"plans.zero_offer"};
inline constexpr Code account_short{"plans.account_short"};
inline constexpr Code below_living_money{"plans.below_living_money"};
inline constexpr Code below_reference{"plans.below_reference"};

} // namespace saldo::plans
