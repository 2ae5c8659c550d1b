#pragma once

#include "money/rate.hpp"

#include <string>

namespace saldo::money {

/// The number in two decimals, to be shown: `7.25`; a half away from zero.
[[nodiscard]] std::string shown_in_hundredths(Rate number);

} // namespace saldo::money
