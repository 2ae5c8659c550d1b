#include "plans/sharing.hpp"

#include "base/invariant.hpp"
#include "money/share_on.hpp"

#include <algorithm>

namespace saldo::plans {

namespace {

Money sum_of(std::span<const Seat> seats, Money Seat::*amount) {
    Money sum = Money::zero();
    for (const Seat& seat : seats) {
        sum += seat.*amount;
    }
    return sum;
}

/// By how much the parts of some are above their most and below their least.
struct Beyond {
    Money above = Money::zero();
    Money below = Money::zero();
};

Beyond beyond(std::span<const Seat> seats, std::span<const Money> parts) {
    Beyond beyond;
    for (std::size_t i = 0; i < seats.size(); ++i) {
        beyond.above += std::max(parts[i] - seats[i].most, Money::zero());
        beyond.below += std::max(seats[i].least - parts[i], Money::zero());
    }
    return beyond;
}

/// Pays those whose part is beyond what they may get just that, and takes their seats away. Of
/// both kinds first the one that weighs more: what it gives to or takes from the others may set the
/// other kind right.
void settle(const Beyond& beyond,
            std::vector<Seat>& seats,
            std::span<const Money> parts,
            Allotments& allotments,
            Spent& spent) {
    std::vector<Seat> others;
    for (std::size_t i = 0; i < seats.size(); ++i) {
        const Seat& seat = seats[i];
        Allotment& allotment = allotments[seat.debt];
        if (parts[i] > seat.most && beyond.above >= beyond.below) {
            allotment = {Basis::balance, seat.most, {}};
        } else if (parts[i] < seat.least && beyond.below >= beyond.above) {
            allotment = seat.least > seat.most ? Allotment{Basis::balance, seat.most, {}}
                                               : Allotment{Basis::minimum, seat.least, {}};
            spent.kept += seat.least - allotment.amount;
            spent.freed += allotment.amount == seat.most ? seat.least : Money::zero();
        } else {
            others.push_back(seat);
            continue;
        }
        spent.paid += allotment.amount;
    }
    seats = std::move(others);
}

Money pay_all(std::span<const Seat> seats, Allotments& allotments) {
    for (const Seat& seat : seats) {
        allotments[seat.debt] = {Basis::balance, seat.most, {}};
    }
    return sum_of(seats, &Seat::most);
}

} // namespace

bool Round::is_of(const State& state, std::span<const Seat> seats) {
    return std::ranges::equal(state.members, seats, {}, &Member::debt, &Seat::debt);
}

Round::State Round::begun(std::span<const Seat> seats, Date day) {
    State state;
    state.since = day;
    state.members.reserve(seats.size());
    for (const Seat& seat : seats) {
        state.members.push_back({seat.debt, seat.weight, Money::zero()});
        state.weights += seat.weight;
    }
    return state;
}

std::vector<Money> Round::parts_of(const State& state, Money money, const Counting& counting) {
    const std::int64_t unit = counting.unit();
    std::vector<money::Sharer> sharers;
    sharers.reserve(state.members.size());
    for (const Member& member : state.members) {
        sharers.push_back({member.weight.cents(), Money::cents(member.had.cents() / unit)});
    }
    auto parts = money::share_on(Money::cents(money.cents() / unit), sharers);
    invariant(parts.has_value(), "who shares has a weight");
    if (unit != 1) {
        std::ranges::transform(*parts, parts->begin(),
                               [unit](Money part) { return money::times(part, unit); });
    }
    return *std::move(parts);
}

void Round::give(std::span<const Seat> seats,
                 std::span<const Money> parts,
                 Allotments& allotments,
                 Spent& spent) {
    for (const Money part : parts) {
        state_.shared += part;
    }
    for (std::size_t i = 0; i < seats.size(); ++i) {
        Member& member = state_.members[i];
        member.had += parts[i];
        if (parts[i] > seats[i].most) {
            allotments[member.debt] = {Basis::balance, seats[i].most, {}};
        } else {
            allotments[member.debt] = {
                Basis::share, parts[i],
                Proof{*state_.since, member.weight, state_.weights, state_.shared, member.had}};
        }
        spent.paid += allotments[member.debt].amount;
        spent.kept += parts[i] - allotments[member.debt].amount;
        spent.freed += parts[i] >= seats[i].most ? parts[i] : Money::zero();
    }
}

Spent Round::share(Money money,
                   std::vector<Seat> seats,
                   Date day,
                   const Counting& counting,
                   Allotments& allotments) {
    Spent spent;
    const bool shares_freed = counting.freed_money == Freed_money::shared;
    if (sum_of(seats, &Seat::least) > money) {
        spent.below_minimum = true;
        for (Seat& seat : seats) {
            seat.least = Money::zero();
        }
    }
    while (!seats.empty()) {
        const Money left = money - spent.paid - spent.kept;
        if (shares_freed && left >= sum_of(seats, &Seat::most)) {
            spent.paid += pay_all(seats, allotments);
            break;
        }
        State state = is_of(state_, seats) ? state_ : begun(seats, day);
        const std::vector<Money> parts = parts_of(state, counting.whole(left), counting);
        Beyond out = beyond(seats, parts);
        if (!shares_freed) {
            out.above = Money::zero();
        }
        if (out.above.is_zero() && out.below.is_zero()) {
            state_ = std::move(state);
            give(seats, parts, allotments, spent);
            break;
        }
        settle(out, seats, parts, allotments, spent);
    }
    return spent;
}

} // namespace saldo::plans
