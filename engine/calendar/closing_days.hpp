#pragma once

#include "calendar/date.hpp"

namespace saldo::calendar {

/// Easter Sunday of the Gregorian calendar, in force since 1583.
[[nodiscard]] Date easter(int year);

/// True on days the TARGET (T2) payment system is open: not on Saturday, Sunday, 1 January, Good
/// Friday, Easter Monday, 1 May, 25 and 26 December (calendar in force since 2002).
[[nodiscard]] bool is_target_day(Date date);

/// The date itself if it is a TARGET day, else the next or the previous one.
[[nodiscard]] Date target_day_on_or_after(Date date);
[[nodiscard]] Date target_day_on_or_before(Date date);

/// Belgian legal public holidays (law of 4 January 1974, royal decree of 18 April 1974, art. 1).
[[nodiscard]] bool is_belgian_holiday(Date date);

/// A day on which a person can go to the bank in Belgium: a TARGET day that is no public holiday.
[[nodiscard]] bool is_bank_day(Date date);

/// The date itself if it is a bank day, else the one before.
[[nodiscard]] Date bank_day_on_or_before(Date date);

} // namespace saldo::calendar
