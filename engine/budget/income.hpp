#pragma once

#include "calendar/date.hpp"

namespace saldo::budget {

/// How long after the first open day from its due date an income is still waited for.
inline constexpr int income_grace_days = 3;

/// The first day on which an income is late: banks book nothing on closing days.
[[nodiscard]] Date late_from(Date due);

} // namespace saldo::budget
