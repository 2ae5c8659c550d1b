#pragma once

#include "base/result.hpp"
#include "money/money.hpp"
#include "money/rate.hpp"

#include <cstdint>
#include <span>

namespace saldo::law {

/// The amount itself. Refuses law.amount_negative.
[[nodiscard]] Result<Money> not_negative(Money amount);

/// The amount itself. Refuses law.amount_not_positive.
[[nodiscard]] Result<Money> positive(Money amount);

/// The sum of amounts of which none is negative. Refuses law.amount_negative and
/// money.out_of_range.
[[nodiscard]] Result<Money> sum_not_negative(std::span<const Money> amounts);

/// Refuses law.count_negative.
[[nodiscard]] Result<Done> count_not_negative(std::int32_t count);

/// Refuses law.rate_negative.
[[nodiscard]] Result<Done> rate_not_negative(money::Rate rate);

} // namespace saldo::law
