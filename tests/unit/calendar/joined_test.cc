// Goal: joined ranges hold the same days, in order, and none touches the next. Method: a table, and
// random ranges against a set of days.
#include "calendar/joined.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

using namespace saldo;
using calendar::Date_range;

namespace {

Date at(int day) {
    return Date::from_days(20'000 + day);
}

Date_range range(int first, std::optional<int> last) {
    return *Date_range::through(at(first), last ? std::optional(at(*last)) : std::nullopt);
}

} // namespace

TEST_CASE("ranges that overlap or touch are one, a day in between keeps them apart") {
    struct Row {
        std::vector<Date_range> ranges;
        std::vector<Date_range> joined;
    };

    const std::vector<Row> rows{{{}, {}},
                                {{range(1, 3), range(4, 6)}, {range(1, 6)}},
                                {{range(1, 3), range(5, 6)}, {range(1, 3), range(5, 6)}},
                                {{range(4, 6), range(1, 5)}, {range(1, 6)}},
                                {{range(1, 9), range(2, 3), range(5, 6)}, {range(1, 9)}},
                                {{range(5, {}), range(1, 4)}, {range(1, {})}},
                                {{range(1, {}), range(3, 4), range(9, {})}, {range(1, {})}},
                                {{range(2, 2), range(2, 2)}, {range(2, 2)}}};
    for (const Row& row : rows) {
        CHECK(calendar::joined(row.ranges) == row.joined);
    }
}

TEST_CASE("joined ranges hold the days of all and no others") {
    CHECK(rc::check("union", [] {
        std::vector<Date_range> ranges;
        std::set<int> days;
        constexpr int horizon = 60;
        for (int i = *rc::gen::inRange(0, 8); i > 0; --i) {
            const int first = *rc::gen::inRange(0, 50);
            const int last = first + *rc::gen::inRange(0, 8);
            const bool is_open = *rc::gen::inRange(0, 6) == 0;
            ranges.push_back(range(first, is_open ? std::nullopt : std::optional(last)));
            for (int day = first; day <= (is_open ? horizon : last); ++day) {
                days.insert(day);
            }
        }
        const auto joined = calendar::joined(ranges);
        for (int day = 0; day <= horizon; ++day) {
            RC_ASSERT((calendar::range_on(joined, at(day)) != nullptr) == days.contains(day));
            const int until = std::min(horizon, day + 3);
            const auto next = days.lower_bound(day);
            RC_ASSERT(calendar::has_day_between(joined, at(day), at(until)) ==
                      (next != days.end() && *next <= until));
        }
        for (std::size_t i = 1; i < joined.size(); ++i) {
            RC_ASSERT(*joined[i - 1].until() < joined[i].from());
        }
    }));
}
