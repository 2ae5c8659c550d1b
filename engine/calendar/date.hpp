#pragma once

#include "base/result.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace saldo::calendar {

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

/// A day of the Gregorian calendar, 1400-01-01 to 9999-12-31. Boost.Date_Time does the arithmetic,
/// out of sight.
class Date {
public:
    /// Nothing if there is no such day.
    [[nodiscard]] static std::optional<Date> of(int year, int month, int day);

    /// Days since 1970-01-01; outside the calendar's range it is a broken contract.
    [[nodiscard]] static Date from_days(std::int32_t days);

    [[nodiscard]] constexpr std::int32_t days() const { return days_; }

    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const; ///< 1-12
    [[nodiscard]] int day() const;   ///< 1-31
    [[nodiscard]] Weekday weekday() const;

    /// Leaving the calendar is a broken contract.
    [[nodiscard]] Date plus_days(std::int32_t days) const;

    friend constexpr auto operator<=>(Date, Date) = default;

private:
    explicit constexpr Date(std::int32_t days) : days_(days) {}

    std::int32_t days_;
};

/// Days from `from` to `to`; negative if `to` is earlier.
[[nodiscard]] constexpr std::int32_t days_between(Date from, Date to) {
    return to.days() - from.days();
}

/// Reads `YYYY-MM-DD` of the years 1900 to 2999, nothing else. Refuses calendar.not_a_date and
/// calendar.year_out_of_range: `9999-12-31` does not stand for "no end".
[[nodiscard]] Result<Date> parse(std::string_view text);

/// `2026-11-23`.
[[nodiscard]] std::string format(Date date);

/// Number of days in the month, 28-31; a year or month outside the calendar is a broken contract.
[[nodiscard]] int days_in_month(int year, int month);

} // namespace saldo::calendar

namespace saldo {
using calendar::Date;
} // namespace saldo
