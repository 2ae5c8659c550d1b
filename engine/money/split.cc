#include "money/split.hpp"

#include "base/invariant.hpp"
#include "money/codes.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <numeric>

namespace saldo::money {

namespace {

using boost::multiprecision::checked_int128_t;

struct Share {
    std::size_t index;
    std::int64_t cents;
    checked_int128_t remainder;
};

} // namespace

Result<std::vector<Money>> split(Money whole, std::span<const Portion> portions) {
    // An amount times a weight is below 2^126 and the weights sum to less than 2^127.
    checked_int128_t total = 0;
    for (const Portion& portion : portions) {
        invariant(portion.weight >= 0, "a weight is not negative");
        total += portion.weight;
    }
    if (total == 0) {
        return refuse(no_weight, {{"amount", format(whole)}});
    }
    const checked_int128_t magnitude = checked_int128_t(abs(whole).cents());
    std::vector<Share> shares;
    shares.reserve(portions.size());
    checked_int128_t left = magnitude;
    for (std::size_t i = 0; i < portions.size(); ++i) {
        const checked_int128_t product = magnitude * portions[i].weight;
        const checked_int128_t floor = product / total;
        shares.push_back({i, floor.convert_to<std::int64_t>(), product % total});
        left -= floor;
    }
    const auto key_of = [&](const Share& share) -> const std::string& {
        return portions[share.index].key;
    };
    std::ranges::sort(shares, {}, key_of);
    invariant(std::ranges::adjacent_find(shares, {}, key_of) == shares.end(),
              "the keys of a split differ");
    std::ranges::stable_sort(shares, std::ranges::greater{}, &Share::remainder);
    // Fewer cents are left than there are remainders above zero, so a weight of zero gets none.
    for (std::size_t i = 0; left > 0; ++i, --left) {
        shares[i].cents += 1;
    }
    std::vector<Money> parts(portions.size(), Money::zero());
    for (const Share& share : shares) {
        parts[share.index] = Money::cents(whole.is_negative() ? -share.cents : share.cents);
    }
    invariant(std::accumulate(parts.begin(), parts.end(), Money::zero()) == whole,
              "the parts of a split sum to the whole");
    return parts;
}

} // namespace saldo::money
