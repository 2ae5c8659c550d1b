#include "plans/kept_money.hpp"

#include "base/invariant.hpp"
#include "money/scale.hpp"

#include <algorithm>

namespace saldo::plans {

void Kept_money::serve(std::span<const std::size_t> debts) {
    std::vector<std::size_t> all;
    all.reserve(served_.size() + debts.size());
    std::ranges::set_union(served_, debts, std::back_inserter(all));
    served_ = std::move(all);
}

std::vector<std::size_t> Kept_money::gone(std::span<const std::size_t> open) const {
    std::vector<std::size_t> gone;
    std::ranges::set_difference(served_, open, std::back_inserter(gone));
    return gone;
}

Money Kept_money::part_of(Money money, const Counting& counting) const {
    const Money units = Money::cents(money.cents() / counting.unit());
    const auto part = money::scale(units, part_, money::Rounding::half_away);
    invariant(part.has_value(), "a part is not more than the whole");
    return money::times(*part, counting.unit());
}

void Kept_money::set_part(Money kept, Money money) {
    invariant(!kept.is_negative() && kept < money, "who is not paid off yet gets something");
    part_ = money::Rate::of(kept.cents(), money.cents());
}

void Kept_money::leave(std::vector<std::size_t> kept) {
    served_ = std::move(kept);
}

} // namespace saldo::plans
