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

// Why a plan cannot be adopted, and what is to be known of one that is.
inline constexpr Code no_claims{"plans.no_claims"};
inline constexpr Code claim_left_out{"plans.claim_left_out"};
inline constexpr Code claim_unknown{"plans.claim_unknown"};
inline constexpr Code claim_status_wrong{"plans.claim_status_wrong"};
inline constexpr Code claim_in_plan{"plans.claim_in_plan"};
inline constexpr Code claim_has_instalment{"plans.claim_has_instalment"};
inline constexpr Code nothing_promised{"plans.nothing_promised"};
inline constexpr Code due_not_ahead{"plans.due_not_ahead"};
inline constexpr Code balance_differs{"plans.balance_differs"};
inline constexpr Code balance_unknown{"plans.balance_unknown"};
inline constexpr Code plan_broken{"plans.broken"};
inline constexpr Code answer_refused{"plans.answer_refused"};
inline constexpr Code counter_offer{"plans.counter_offer"};
inline constexpr Code no_answer{"plans.no_answer"};

} // namespace saldo::plans
