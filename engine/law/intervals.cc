#include "base/invariant.hpp"
#include "calendar/rhythm.hpp"
#include "law/apr.hpp"

#include <algorithm>

namespace saldo::law {

namespace {

constexpr std::int64_t months_of_year = 12;
constexpr std::int64_t weeks_of_year = 52;

/// How often the step fits between the two days, counted back from the later.
int steps_back(Date from, Date to, int months) {
    int n = 0;
    while (calendar::plus_months(to, -(n + 1) * months) >= from) {
        ++n;
    }
    return n;
}

} // namespace

money::Rate years_between(Date from, Date to, Intervals intervals) {
    invariant(from <= to, "an interval goes on in time");
    const bool is_calendar = intervals == Intervals::calendar;
    const int step = is_calendar ? static_cast<int>(months_of_year) : 1;
    const int steps = steps_back(from, to, step);
    const Date rest = calendar::plus_months(to, -steps * step);
    const std::int64_t months = std::int64_t{steps} * step;
    const std::int64_t days = days_between(from, rest);
    const std::int64_t all_days = days_between(from, to);
    if (!is_calendar && days != 0 && all_days % 7 == 0) {
        return money::Rate::of(all_days / 7, weeks_of_year);
    }
    const std::int64_t year = days_between(calendar::plus_months(rest, -12), rest);
    return money::Rate::of(months * year + months_of_year * days, months_of_year * year);
}

} // namespace saldo::law
