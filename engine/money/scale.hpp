#pragma once

#include "base/result.hpp"
#include "money/money.hpp"
#include "money/rate.hpp"

#include <span>
#include <string>
#include <vector>

namespace saldo::money {

/// What to do with a fraction of a cent. There is no default: each caller names its rule.
enum class Rounding {
    half_away, ///< to the nearest cent, a half away from zero (commercial)
    half_even, ///< to the nearest cent, a half to the even one
    toward_zero,
    away_from_zero,
    refuse, ///< money.not_exact when a fraction is left
};

/// `amount × rate`, exact inside, rounded once. Refuses money.not_exact (Rounding::refuse) and
/// money.out_of_range.
[[nodiscard]] Result<Money> scale(Money amount, Rate rate, Rounding rounding);

/// `amount × rate × rate …`, exact inside whatever the number of factors, rounded once at the end.
[[nodiscard]] Result<Money> scale(Money amount, std::span<const Rate> rates, Rounding rounding);

/// An amount times factors, not computed yet.
struct Product {
    Money amount;
    std::vector<Rate> factors;
};

/// The sum of the products, exact inside, rounded once at the end. Refuses as `scale` does.
[[nodiscard]] Result<Money> sum(std::span<const Product> products, Rounding rounding);

/// The product in euro, to be shown: `7.561644`, at most six decimals (a half away from zero) and
/// at least two.
[[nodiscard]] std::string shown(const Product& product);

/// The rate in percent, to be shown as `shown` does: `5.75`, `33.333333`.
[[nodiscard]] std::string shown_percent(Rate rate);

} // namespace saldo::money
