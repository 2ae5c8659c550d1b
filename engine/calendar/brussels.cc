#include "calendar/brussels.hpp"

#include "base/invariant.hpp"
#include "calendar/week.hpp"

namespace saldo::calendar {

namespace {

constexpr std::int64_t hour_seconds = 3'600;
constexpr std::int64_t day_seconds = 24 * hour_seconds;

/// The last Sunday of a month of 31 days.
Date last_sunday(int year, int month) {
    const auto last = Date::of(year, month, 31);
    invariant(last.has_value(), "March and October have 31 days");
    return monday_of(last->plus_days(1)).plus_days(-1);
}

/// Summer time changes at 01:00 UTC, everywhere in the Union at once.
std::int64_t changes_at(int year, int month) {
    return last_sunday(year, month).days() * day_seconds + hour_seconds;
}

Date date_of(std::int64_t seconds) {
    const std::int64_t into_day = ((seconds % day_seconds) + day_seconds) % day_seconds;
    return Date::from_days(static_cast<std::int32_t>((seconds - into_day) / day_seconds));
}

} // namespace

Local_time brussels_time(std::int64_t seconds) {
    const int year = date_of(seconds).year();
    const bool is_summer = seconds >= changes_at(year, 3) && seconds < changes_at(year, 10);
    const std::int64_t local = seconds + (is_summer ? 2 : 1) * hour_seconds;
    const Date date = date_of(local);
    const auto minute = static_cast<int>((local - date.days() * day_seconds) / 60);
    const auto time = Time_of_day::of(minute / 60, minute % 60);
    invariant(time.has_value(), "a day has 1440 minutes");
    return {date, *time};
}

} // namespace saldo::calendar
