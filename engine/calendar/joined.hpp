#pragma once

#include "calendar/range.hpp"

#include <vector>

namespace saldo::calendar {

/// The days that are in one of the ranges or more, in order: ranges that overlap or touch are one.
[[nodiscard]] std::vector<Date_range> joined(std::vector<Date_range> ranges);

/// The range of a joined list that holds the day, or null.
[[nodiscard]] const Date_range* range_on(const std::vector<Date_range>& ranges, Date day);

/// True if a range has one of the days from `first` through `last`.
[[nodiscard]] bool has_day_between(const std::vector<Date_range>& ranges, Date first, Date last);

} // namespace saldo::calendar
