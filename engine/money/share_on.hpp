#pragma once

#include "base/result.hpp"
#include "money/money.hpp"
#include "money/rate.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace saldo::money {

/// One party to a sharing that goes on month after month: its weight, not negative, and what it had
/// so far, not negative.
struct Sharer {
    std::int64_t weight = 0;
    Money had = Money::zero();
};

/// Shares `more` over the parties, on top of all they had so far. The exact share of each is its
/// weight's part of the sum of both, so what was rounded before is made good: by largest remainder
/// on those sums, equal remainders in the order of the parties, which therefore stand in the order
/// of a stable key. The parts stand in that order, are never negative and always sum to `more`.
///
/// No party is a cent or more from its exact share, as long as its part of each sharing is a cent
/// or more: of smaller parts a party may be ahead for a while, and then gets nothing until its
/// share has caught up.
///
/// `more` is not negative, and the weights sum to less than 2^63; all else is a broken contract.
/// Refuses money.no_weight when there is no positive weight.
[[nodiscard]] Result<std::vector<Money>> share_on(Money more, std::span<const Sharer> sharers);

/// An exact share: whole cents, and the fraction of a cent above them.
struct Exact_share {
    Money whole;
    Rate fraction;
};

/// `whole × weight / weights`, for numbers that are not negative, weight <= weights, weights > 0.
[[nodiscard]] Exact_share exact_share(Money whole, std::int64_t weight, std::int64_t weights);

} // namespace saldo::money
