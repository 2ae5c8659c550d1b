#include "calendar/joined.hpp"

#include "base/invariant.hpp"

#include <algorithm>

namespace saldo::calendar {

std::vector<Date_range> joined(std::vector<Date_range> ranges) {
    std::ranges::sort(ranges, {}, &Date_range::from);
    std::vector<Date_range> whole;
    for (const Date_range& range : ranges) {
        const bool goes_on =
            !whole.empty() && (!whole.back().until() || *whole.back().until() >= range.from());
        if (!goes_on) {
            whole.push_back(range);
            continue;
        }
        const bool is_open = !whole.back().until() || !range.until();
        const auto last = is_open ? std::nullopt : std::max(whole.back().last(), range.last());
        const auto longer = Date_range::through(whole.back().from(), last);
        invariant(longer.has_value(), "a joined range is no shorter than its first part");
        whole.back() = *longer;
    }
    return whole;
}

const Date_range* range_on(const std::vector<Date_range>& ranges, Date day) {
    const auto found =
        std::ranges::find_if(ranges, [&](const Date_range& range) { return range.contains(day); });
    return found == ranges.end() ? nullptr : &*found;
}

bool has_day_between(const std::vector<Date_range>& ranges, Date first, Date last) {
    return std::ranges::any_of(ranges, [&](const Date_range& range) {
        return range.from() <= last && (!range.until() || *range.until() > first);
    });
}

} // namespace saldo::calendar
