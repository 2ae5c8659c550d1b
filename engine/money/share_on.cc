#include "money/share_on.hpp"

#include "base/invariant.hpp"
#include "money/codes.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>

namespace saldo::money {

namespace {

using boost::multiprecision::checked_int128_t;

/// A product divided by a number: what it holds whole, and what is left over.
struct Divided {
    std::int64_t whole = 0;
    std::int64_t remainder = 0;
};

/// `a × b / divisor` for numbers that are not negative and a quotient below 2^63.
Divided multiplied_and_divided(std::int64_t a, std::int64_t b, std::int64_t divisor) {
    std::int64_t product = 0;
    if (!__builtin_mul_overflow(a, b, &product)) {
        return {product / divisor, product % divisor};
    }
    const checked_int128_t large = checked_int128_t(a) * b;
    const checked_int128_t whole = large / divisor;
    return {whole.convert_to<std::int64_t>(),
            checked_int128_t(large - whole * divisor).convert_to<std::int64_t>()};
}

struct Claim_to_cent {
    std::size_t index = 0;
    std::int64_t remainder = 0;
};

/// Gives out the cents that whole parts leave over, in the order of the claims.
void give_rest(std::vector<std::int64_t>& parts,
               const std::vector<Claim_to_cent>& claims,
               std::int64_t rest) {
    for (std::size_t i = 0; rest > 0; ++i, --rest) {
        parts[claims[i].index] += 1;
    }
}

/// Takes back what whole parts are too much, because others are ahead: a cent from the smallest
/// remainder first. The claims stand by remainder, the largest first.
void take_back(std::vector<std::int64_t>& parts,
               const std::vector<Claim_to_cent>& claims,
               std::int64_t rest) {
    while (rest < 0) {
        for (auto claim = claims.rbegin(); claim != claims.rend() && rest < 0; ++claim) {
            if (parts[claim->index] > 0) {
                parts[claim->index] -= 1;
                rest += 1;
            }
        }
    }
}

} // namespace

Result<std::vector<Money>> share_on(Money more, std::span<const Sharer> sharers) {
    invariant(!more.is_negative(), "what is shared is not negative");
    Money weights = Money::zero(); // sums what cannot overflow unseen
    Money sum = more;
    for (const Sharer& sharer : sharers) {
        invariant(sharer.weight >= 0 && !sharer.had.is_negative(), "a sharer takes part");
        weights += Money::cents(sharer.weight);
        sum += sharer.had;
    }
    if (weights.is_zero()) {
        return refuse(no_weight, {{"amount", format(more)}});
    }
    std::vector<std::int64_t> parts;
    std::vector<Claim_to_cent> claims;
    parts.reserve(sharers.size());
    claims.reserve(sharers.size());
    std::int64_t rest = more.cents();
    for (const Sharer& sharer : sharers) {
        const Divided share = multiplied_and_divided(sum.cents(), sharer.weight, weights.cents());
        const std::int64_t owed = share.whole - sharer.had.cents();
        if (owed >= 0) { // else it is ahead of its share
            claims.push_back({parts.size(), share.remainder});
        }
        parts.push_back(std::max<std::int64_t>(owed, 0));
        rest -= parts.back();
    }
    std::ranges::stable_sort(claims, std::ranges::greater{}, &Claim_to_cent::remainder);
    give_rest(parts, claims, rest);
    take_back(parts, claims, rest);
    std::vector<Money> amounts;
    amounts.reserve(parts.size());
    Money given = Money::zero();
    for (const std::int64_t part : parts) {
        amounts.push_back(Money::cents(part));
        given += amounts.back();
    }
    invariant(given == more, "the parts of a sharing sum to what is shared");
    return amounts;
}

Exact_share exact_share(Money whole, std::int64_t weight, std::int64_t weights) {
    invariant(!whole.is_negative() && weight >= 0 && weight <= weights && weights > 0,
              "a share is a part of a whole");
    const Divided share = multiplied_and_divided(whole.cents(), weight, weights);
    return {Money::cents(share.whole), Rate::of(share.remainder, weights)};
}

} // namespace saldo::money
