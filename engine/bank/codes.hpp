#pragma once

#include "base/code.hpp"

namespace saldo::bank {

inline constexpr Code fraction_of_cent{"bank.fraction_of_cent"};
inline constexpr Code format_unknown{"bank.format_unknown"};

} // namespace saldo::bank
