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
inline constexpr Code amount_negative{"law.amount_negative"};
inline constexpr Code amount_not_positive{"law.amount_not_positive"};
inline constexpr Code count_negative{"law.count_negative"};
inline constexpr Code rate_negative{"law.rate_negative"};

// What a reader of the answer must know
inline constexpr Code limits_do_not_apply{"law.limits_do_not_apply"};
inline constexpr Code floor_needs_consent{"law.floor_needs_consent"};

} // namespace saldo::law
