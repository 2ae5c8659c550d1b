#pragma once

#include "base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace saldo::app {

/// The id of one more in a list whose ids may be given. Ids that people gave stay free: the next
/// number is above all that are numbers.
template <class T> [[nodiscard]] std::string next_id(const std::vector<T>& all) {
    std::uint64_t last = 0;
    for (const T& each : all) {
        last = std::max(last, text::to_integer<std::uint64_t>(each.id).value_or(0));
    }
    return std::to_string(last + 1);
}

} // namespace saldo::app
