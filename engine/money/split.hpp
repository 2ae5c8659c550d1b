#pragma once

#include "base/result.hpp"
#include "money/money.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace saldo::money {

/// One party to a split: its weight, not negative, and a key that is stable over time (a claim
/// number, not a position). Equal remainders are served in order of key, so the order in which the
/// parties are given changes nothing. Keys that are equal
/// are a broken contract, and so is a negative weight.
struct Portion {
    std::string key;
    std::int64_t weight = 0;
};

/// Splits `whole` over the portions by largest remainder. The parts stand in the order of the
/// portions and always sum to `whole`; each is within one cent of its exact share, and a weight of
/// zero gets nothing. Refuses money.no_weight when there is no positive weight.
[[nodiscard]] Result<std::vector<Money>> split(Money whole, std::span<const Portion> portions);

} // namespace saldo::money
