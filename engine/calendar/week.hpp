#pragma once

#include "calendar/date.hpp"

namespace saldo::calendar {

/// The Monday of the date's ISO 8601 week; two dates of one week have the same.
[[nodiscard]] Date monday_of(Date date);

} // namespace saldo::calendar
