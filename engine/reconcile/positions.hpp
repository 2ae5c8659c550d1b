#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace saldo::reconcile {

/// Positions of some items of a vector, in order of a key of the item and then of the position.
using Positions = std::vector<std::uint32_t>;

/// Brings positions in the order of `key_of(position)`, for `positions_of`.
template <class Key_of> void sort_by(Positions& positions, Key_of key_of) {
    std::sort(positions.begin(), positions.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto order = key_of(a) <=> key_of(b);
        return order < 0 || (order == 0 && a < b);
    });
}

/// The positions whose key is `key`. They must be in the order of `key_of`.
template <class Key, class Key_of>
std::span<const std::uint32_t>
positions_of(const Positions& positions, const Key& key, Key_of key_of) {
    const auto first =
        std::lower_bound(positions.begin(), positions.end(), key,
                         [&](std::uint32_t at, const Key& wanted) { return key_of(at) < wanted; });
    auto last = first;
    while (last != positions.end() && key_of(*last) == key) {
        ++last;
    }
    return {first, last};
}

} // namespace saldo::reconcile
