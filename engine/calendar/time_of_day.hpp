#pragma once

#include "base/result.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace saldo::calendar {

/// A time on the clock to the minute, 00:00 to 23:59. Which clock, whoever takes it says.
class Time_of_day {
public:
    /// Nothing if there is no such time.
    [[nodiscard]] static constexpr std::optional<Time_of_day> of(int hour, int minute) {
        const bool exists = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
        return exists ? std::optional(Time_of_day(hour * 60 + minute)) : std::nullopt;
    }

    /// Since 00:00, 0 to 1439.
    [[nodiscard]] constexpr int minutes() const { return minutes_; }

    friend constexpr auto operator<=>(Time_of_day, Time_of_day) = default;

private:
    explicit constexpr Time_of_day(int minutes) : minutes_(minutes) {}

    int minutes_;
};

/// Reads `HH:MM` from 00:00 to 23:59, nothing else. Refuses calendar.not_a_time.
[[nodiscard]] Result<Time_of_day> parse_time(std::string_view text);

/// `09:05`.
[[nodiscard]] std::string format(Time_of_day time);

} // namespace saldo::calendar

namespace saldo {
using calendar::Time_of_day;
} // namespace saldo
