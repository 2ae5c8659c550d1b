#pragma once

#include "base/code.hpp"

namespace saldo::calendar {

inline constexpr Code not_a_date{"calendar.not_a_date"};
inline constexpr Code year_out_of_range{"calendar.year_out_of_range"};
inline constexpr Code not_a_time{"calendar.not_a_time"};
inline constexpr Code empty_range{"calendar.empty_range"};

} // namespace saldo::calendar
