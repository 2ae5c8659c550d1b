#pragma once

#include "calendar/date.hpp"
#include "calendar/time_of_day.hpp"

#include <cstdint>

namespace saldo::calendar {

/// What the clocks in Brussels show.
struct Local_time {
    Date date;
    Time_of_day time;

    friend bool operator==(const Local_time&, const Local_time&) = default;
};

/// The clock of Brussels at an instant, given in seconds since 1970-01-01 00:00 UTC. It is one hour
/// ahead of UTC, and two from 01:00 UTC of the last Sunday of March until 01:00 UTC of the last
/// Sunday of October (directive 2000/84/EC). Right for instants since 1996.
[[nodiscard]] Local_time brussels_time(std::int64_t seconds);

} // namespace saldo::calendar
