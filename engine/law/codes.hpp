#pragma once

#include "base/code.hpp"

namespace saldo::law {

// Figures
inline constexpr Code not_in_force{"law.not_in_force"};
inline constexpr Code unverified{"law.unverified"};
inline constexpr Code figures_form{"law.figures_form"};
inline constexpr Code figure_value{"law.figure_value"};
inline constexpr Code figure_unknown{"law.figure_unknown"};
inline constexpr Code figure_unit{"law.figure_unit"};
inline constexpr Code figures_overlap{"law.figures_overlap"};
inline constexpr Code figure_not_sourced{"law.figure_not_sourced"};

// What is asked of a calculator
inline constexpr Code flows_form{"law.flows_form"};
inline constexpr Code flows_mixed{"law.flows_mixed"};
inline constexpr Code flows_one_way{"law.flows_one_way"};
inline constexpr Code flows_no_single_rate{"law.flows_no_single_rate"};
inline constexpr Code apr_out_of_range{"law.apr_out_of_range"};
inline constexpr Code amount_negative{"law.amount_negative"};
inline constexpr Code amount_not_positive{"law.amount_not_positive"};
inline constexpr Code count_negative{"law.count_negative"};
inline constexpr Code count_too_large{"law.count_too_large"};
inline constexpr Code rate_negative{"law.rate_negative"};

// What a reader of the answer must know
inline constexpr Code limits_do_not_apply{"law.limits_do_not_apply"};
inline constexpr Code floor_needs_consent{"law.floor_needs_consent"};
inline constexpr Code new_contracts_only{"law.new_contracts_only"};
inline constexpr Code clause_is_void{"law.clause_is_void"};
inline constexpr Code clause_is_reduced{"law.clause_is_reduced"};
inline constexpr Code reminder_needed{"law.reminder_needed"};
inline constexpr Code reminder_runs{"law.reminder_runs"};
inline constexpr Code saturday_in_doubt{"law.saturday_in_doubt"};
inline constexpr Code new_directive{"law.new_directive"};
inline constexpr Code rate_is_zero{"law.rate_is_zero"};
inline constexpr Code order_not_settled{"law.order_not_settled"};
inline constexpr Code levy_not_known{"law.levy_not_known"};
inline constexpr Code plan_is_long{"law.plan_is_long"};
inline constexpr Code possibly_barred{"law.possibly_barred"};
inline constexpr Code court_may_raise{"law.court_may_raise"};
inline constexpr Code event_too_late{"law.event_too_late"};
inline constexpr Code event_too_early{"law.event_too_early"};
inline constexpr Code letter_not_verified{"law.letter_not_verified"};
inline constexpr Code letter_counts_once{"law.letter_counts_once"};

} // namespace saldo::law
