#pragma once

#include "plans/debt.hpp"

#include <span>
#include <vector>

/// How money is shared by weight: month after month, each to less than a cent of its exact share.
namespace saldo::plans {

/// A creditor that shares: its weight, and between what its instalment lies. Where freed money is
/// kept the least may be above the most, which then is paid.
struct Seat {
    std::size_t debt = 0;
    Money weight = Money::zero();
    Money least = Money::zero();
    Money most = Money::zero();
};

/// How an office counts out what is shared.
struct Counting {
    Round_to round_to = Round_to::cent;
    Freed_money freed_money = Freed_money::shared;

    [[nodiscard]] std::int64_t unit() const { return round_to == Round_to::euro ? 100 : 1; }

    /// The whole units in an amount that is not negative.
    [[nodiscard]] Money whole(Money amount) const {
        return Money::cents(amount.cents() - amount.cents() % unit());
    }
};

/// What became of money that was to be paid.
struct Spent {
    Money paid = Money::zero();
    Money kept = Money::zero();  ///< above what was left to pay, for nobody else
    Money freed = Money::zero(); ///< the whole parts of those who are paid off by it
    bool below_minimum = false;  ///< there was too little for the least instalments
};

/// The months in which the same creditors share. Their weights stay what they were when it began:
/// what is owed, or an instalment. As long as nobody else joins them and none is paid off, what
/// each has of all that was shared is less than a cent (or a euro) from its exact share of it, if
/// its parts are a cent (or a euro) or more (money/share_on.hpp).
/// When that changes a new round begins, from what is owed by then.
class Round {
public:
    /// Shares `money`, more than zero, over the seats, which stand by debt. Who would get more than
    /// his most gets that; the rest goes to the others, or is kept. Who would get less than his
    /// least gets that, as long as there is enough for all of them.
    Spent share(Money money,
                std::vector<Seat> seats,
                Date day,
                const Counting& counting,
                Allotments& allotments);

private:
    struct Member {
        std::size_t debt = 0;
        Money weight = Money::zero();
        Money had = Money::zero();
    };

    struct State {
        std::vector<Member> members;
        std::optional<Date> since;
        Money weights = Money::zero();
        Money shared = Money::zero();
    };

    [[nodiscard]] static bool is_of(const State& state, std::span<const Seat> seats);
    [[nodiscard]] static State begun(std::span<const Seat> seats, Date day);
    [[nodiscard]] static std::vector<Money>
    parts_of(const State& state, Money money, const Counting& counting);
    void give(std::span<const Seat> seats,
              std::span<const Money> parts,
              Allotments& allotments,
              Spent& spent);

    State state_;
};

} // namespace saldo::plans
