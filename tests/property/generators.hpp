#pragma once

#include "calendar/date.hpp"
#include "money/money.hpp"
#include "money/rate.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

/// Random values of the house's types, with more edges than chance would give.
namespace saldo::test {

/// 0 to 2^63 - 1: small ones, any, and the largest.
inline rc::Gen<std::int64_t> magnitudes() {
    constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
    return rc::gen::weightedOneOf<std::int64_t>(
        {{6, rc::gen::inRange<std::int64_t>(0, 10)},
         {6, rc::gen::inRange<std::int64_t>(0, 1'000'000)},
         {3, rc::gen::inRange<std::int64_t>(0, largest)},
         {1, rc::gen::map(rc::gen::inRange<std::int64_t>(0, 3),
                          [](std::int64_t below) { return largest - below; })}});
}

inline Money any_money() {
    const Money amount = Money::cents(*magnitudes());
    return *rc::gen::arbitrary<bool>() ? -amount : amount;
}

inline money::Rate any_rate() {
    const std::int64_t numerator = *magnitudes();
    const std::int64_t denominator = std::max<std::int64_t>(*magnitudes(), 1);
    return money::Rate::of(*rc::gen::arbitrary<bool>() ? -numerator : numerator, denominator);
}

/// A day that can be read: 1900-01-01 to 2999-12-31.
inline Date any_date() {
    const std::int32_t first = Date::of(1900, 1, 1)->days();
    const std::int32_t last = Date::of(2999, 12, 31)->days();
    return Date::from_days(*rc::gen::inRange(first, last + 1));
}

/// The numbers 0 to size - 1 in any order.
inline rc::Gen<std::vector<std::size_t>> shuffled(std::size_t size) {
    return rc::gen::exec([size] {
        std::vector<std::size_t> order(size);
        std::iota(order.begin(), order.end(), std::size_t{0});
        for (std::size_t left = size; left > 1; --left) {
            std::swap(order[left - 1], order[*rc::gen::inRange<std::size_t>(0, left)]);
        }
        return order;
    });
}

} // namespace saldo::test
