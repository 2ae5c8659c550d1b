#include "calendar/rhythm.hpp"

#include "base/invariant.hpp"

#include <algorithm>
#include <array>

namespace saldo::calendar {

namespace {

/// A rhythm steps either by days or by months.
struct Step {
    Rhythm rhythm;
    std::string_view name;
    int days;
    int months;
};

constexpr std::array steps{
    Step{Rhythm::once, "once", 0, 0},
    Step{Rhythm::weekly, "weekly", 7, 0},
    Step{Rhythm::fortnightly, "fortnightly", 14, 0},
    Step{Rhythm::monthly, "monthly", 0, 1},
    Step{Rhythm::quarterly, "quarterly", 0, 3},
    Step{Rhythm::yearly, "yearly", 0, 12},
};

const Step& step_of(Rhythm rhythm) {
    const auto* found = std::ranges::find(steps, rhythm, &Step::rhythm);
    invariant(found != steps.end(), "every rhythm has a step");
    return *found;
}

/// More steps than the whole calendar has weeks; far more would overflow.
constexpr int n_max = 500'000;

} // namespace

std::string_view name(Rhythm rhythm) {
    return step_of(rhythm).name;
}

std::optional<Rhythm> rhythm_from(std::string_view name) {
    const auto* found = std::ranges::find(steps, name, &Step::name);
    return found == steps.end() ? std::nullopt : std::optional(found->rhythm);
}

Date plus_months(Date day, int months) {
    const int month_index = day.year() * 12 + day.month() - 1 + months;
    const int year = month_index / 12;
    const int month = month_index % 12 + 1;
    const auto date = Date::of(year, month, std::min(day.day(), days_in_month(year, month)));
    invariant(date.has_value(), "a month later is in the calendar");
    return *date;
}

Date due(Date anchor, Rhythm rhythm, int n) {
    invariant(n >= 0 && n <= n_max && (n == 0 || rhythm != Rhythm::once),
              "a due date is counted from its anchor");
    const Step& step = step_of(rhythm);
    return step.months > 0 ? plus_months(anchor, step.months * n) : anchor.plus_days(step.days * n);
}

std::optional<int> first_due(Date anchor, Rhythm rhythm, Date from) {
    if (from <= anchor) {
        return 0;
    }
    const Step& step = step_of(rhythm);
    if (rhythm == Rhythm::once) {
        return std::nullopt;
    }
    const int gap = days_between(anchor, from);
    // A low estimate (months have at most 31 days), then at most a few steps up.
    int n = step.months > 0 ? gap / (31 * step.months) : gap / step.days;
    while (due(anchor, rhythm, n) < from) {
        ++n;
    }
    return n;
}

} // namespace saldo::calendar
