#pragma once

#include "base/code.hpp"

namespace saldo::statistics {

inline constexpr Code period_ahead{"statistics.period_ahead"};
inline constexpr Code not_a_quarter{"statistics.not_a_quarter"};
inline constexpr Code said_twice{"statistics.said_twice"};
inline constexpr Code value_wrong{"statistics.value_wrong"};

} // namespace saldo::statistics
