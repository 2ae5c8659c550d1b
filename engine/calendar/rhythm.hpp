#pragma once

#include "calendar/date.hpp"

#include <optional>
#include <string_view>

namespace saldo::calendar {

/// How often something is due.
enum class Rhythm { once, weekly, fortnightly, monthly, quarterly, yearly };

[[nodiscard]] std::string_view name(Rhythm rhythm);
[[nodiscard]] std::optional<Rhythm> rhythm_from(std::string_view name);

/// The n-th due date, n >= 0, always counted from the anchor, never from the previous due date. A
/// month that is too short gives its last day, and the next month the anchor's day again:
/// 31 Jan, 28 Feb, 31 Mar. `once` has only n = 0. Leaving the calendar is a broken contract.
[[nodiscard]] Date due(Date anchor, Rhythm rhythm, int n);

/// The day so many months later, or earlier if the number is negative: the same day of the month,
/// or the last where that has fewer days. Not for due dates, which are counted from their anchor.
[[nodiscard]] Date plus_months(Date day, int months);

/// The smallest n >= 0 with `due(anchor, rhythm, n) >= from`; nothing if `once` lies before.
[[nodiscard]] std::optional<int> first_due(Date anchor, Rhythm rhythm, Date from);

} // namespace saldo::calendar
