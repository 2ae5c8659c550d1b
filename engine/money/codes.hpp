#pragma once

#include "base/code.hpp"

namespace saldo::money {

inline constexpr Code not_an_amount{"money.not_an_amount"};
inline constexpr Code out_of_range{"money.out_of_range"};
inline constexpr Code not_exact{"money.not_exact"};
inline constexpr Code not_a_rate{"money.not_a_rate"};
inline constexpr Code no_weight{"money.no_weight"};

} // namespace saldo::money
