#pragma once

#include "base/code.hpp"

namespace saldo::evaluation {

inline constexpr Code said_twice{"evaluation.said_twice"};
inline constexpr Code average_too_high{"evaluation.average_too_high"};

} // namespace saldo::evaluation
