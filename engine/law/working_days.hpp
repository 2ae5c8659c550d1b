#pragma once

#include "calendar/date.hpp"

#include <cstdint>

namespace saldo::law {

/// The n-th working day after a day: no Sunday, no public holiday, and a Saturday only if it is
/// said to count.
[[nodiscard]] Date nth_working_day_after(Date day, std::int32_t n, bool with_saturday);

} // namespace saldo::law
