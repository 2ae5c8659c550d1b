#include "plans/group.hpp"

#include "base/invariant.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace saldo::plans {

namespace {

/// An instalment in whole units that is not less than this amount.
Money lifted(Money amount, const Counting& counting) {
    const Money whole = counting.whole(amount);
    return whole == amount ? whole : whole + Money::cents(counting.unit());
}

Group group_of(const Class& named, std::vector<std::size_t> debts) {
    Group group(named.method, std::move(debts));
    group.token = named.amount;
    group.at_most = named.at_most;
    return group;
}

/// In one group, or in two: those with an agreed instalment and the others.
std::vector<Group> groups_of_fixed(const Plan& plan, const std::vector<std::size_t>& debts) {
    std::vector<std::size_t> agreed;
    std::vector<std::size_t> others;
    for (const std::size_t debt : debts) {
        (plan.creditors[debt].fixed ? agreed : others).push_back(debt);
    }
    return {Group(Method::fixed, std::move(agreed)), Group(Method::pro_rata, std::move(others))};
}

std::vector<Group> groups_of_priority(const Plan& plan, const std::vector<std::size_t>& debts) {
    constexpr std::int64_t last = std::numeric_limits<std::int64_t>::max();
    std::map<std::int64_t, std::vector<std::size_t>> ranks;
    for (const std::size_t debt : debts) {
        ranks[plan.creditors[debt].priority.value_or(last)].push_back(debt);
    }
    std::vector<Group> groups;
    for (auto& [rank, of_rank] : ranks) {
        groups.emplace_back(Method::pro_rata, std::move(of_rank));
    }
    return groups;
}

std::vector<Group> groups_of_classes(const Plan& plan, const std::vector<std::size_t>& debts) {
    std::vector<Group> groups;
    for (const Class& named : plan.classes) {
        std::vector<std::size_t> of_class;
        std::ranges::copy_if(debts, std::back_inserter(of_class), [&](std::size_t debt) {
            return plan.creditors[debt].in_class == named.id;
        });
        groups.push_back(group_of(named, std::move(of_class)));
    }
    return groups;
}

} // namespace

/// What paying takes: the money, and what it is paid for.
struct Group::Purse {
    Money money;
    const Plan& plan;
    Date day;
    std::span<const Debt> all;
    Allotments& allotments;

    [[nodiscard]] Counting counting() const { return {plan.round_to, plan.freed_money}; }

    [[nodiscard]] Money least_of(std::size_t debt) const {
        const auto& own = all[debt].creditor().minimum;
        const Money least = own.value_or(plan.minimum.value_or(Money::zero()));
        return std::min(lifted(least, counting()), all[debt].balance());
    }
};

std::vector<std::size_t> Group::payable(std::span<const Debt> all, Date day) const {
    std::vector<std::size_t> open;
    for (const std::size_t debt : debts_) {
        if (all[debt].is_open() && !all[debt].is_frozen(day)) {
            open.push_back(debt);
        }
    }
    return open;
}

Group_spent Group::pay(
    Money money, const Plan& plan, Date day, std::span<const Debt> all, Allotments& allotments) {
    std::vector<std::size_t> open = payable(all, day);
    const Purse purse{at_most ? std::min(money, *at_most) : money, plan, day, all, allotments};
    if (open.empty() || purse.money.is_zero()) {
        return {};
    }
    switch (method_) {
    case Method::pro_rata:
    case Method::contractual:
        return pay_by_weight(purse, open);
    case Method::smallest_first:
        return pay_in_turn(purse, std::move(open));
    case Method::fixed:
    case Method::token:
        return pay_agreed(purse, open);
    case Method::zero:
        return {};
    }
    broken_contract("every method is known", __FILE__, __LINE__);
}

Group_spent Group::pay_by_weight(const Purse& purse, std::span<const std::size_t> open) {
    std::vector<Seat> seats;
    for (const std::size_t debt : debts_) {
        const bool is_open = std::ranges::binary_search(open, debt);
        const bool had_a_share = purse.plan.freed_money == Freed_money::kept && round_.has(debt);
        if (is_open || had_a_share) {
            const Debt& owed = purse.all[debt];
            const Money weight = method_ == Method::contractual
                                     ? owed.creditor().contractual.value_or(Money::zero())
                                     : owed.balance_before_interest();
            seats.push_back({debt, weight, is_open ? purse.least_of(debt) : Money::zero(),
                             is_open ? owed.balance() : Money::zero()});
        }
    }
    const Spent spent =
        round_.share(purse.money, std::move(seats), purse.day, purse.counting(), purse.allotments);
    return {spent.paid, spent.kept, spent.below_minimum, false};
}

Group_spent Group::pay_in_turn(const Purse& purse, std::vector<std::size_t> open) const {
    const Counting counting = purse.counting();
    Money least = Money::zero();
    for (const std::size_t debt : open) {
        least += purse.least_of(debt);
    }
    Group_spent spent{.below_minimum = least > purse.money};
    Money free = spent.below_minimum ? purse.money : purse.money - least;
    std::ranges::stable_sort(open, {}, [&](std::size_t debt) { return purse.all[debt].balance(); });
    for (const std::size_t debt : open) {
        const Money at_least = spent.below_minimum ? Money::zero() : purse.least_of(debt);
        const Money lacks = purse.all[debt].balance() - at_least;
        const Money more = free >= lacks ? lacks : counting.whole(free);
        const Money amount = at_least + more;
        const Basis basis = amount.is_zero() ? Basis::waits
                            : more == lacks  ? Basis::balance
                            : more.is_zero() ? Basis::minimum
                                             : Basis::in_turn;
        purse.allotments[debt] = {basis, amount, {}};
        free -= more;
        spent.paid += amount;
        if (more != lacks) {
            free = Money::zero(); // what is left of a whole unit is for nobody further back
        }
    }
    return spent;
}

Group_spent Group::pay_agreed(const Purse& purse, std::span<const std::size_t> open) {
    std::vector<Seat> seats;
    Money wanted = Money::zero();
    for (const std::size_t debt : open) {
        const Creditor& creditor = purse.all[debt].creditor();
        const Money agreed =
            (method_ == Method::token ? token : creditor.fixed).value_or(Money::zero());
        seats.push_back({debt, agreed, Money::zero(), std::min(agreed, purse.all[debt].balance())});
        wanted += seats.back().most;
    }
    if (wanted > purse.money) { // each gives in as much as the other
        std::erase_if(seats, [](const Seat& seat) { return seat.weight.is_zero(); });
        const Spent spent = round_.share(purse.money, std::move(seats), purse.day, purse.counting(),
                                         purse.allotments);
        return {spent.paid, spent.kept, false, true};
    }
    for (const Seat& seat : seats) {
        const bool is_last = seat.most == purse.all[seat.debt].balance();
        purse.allotments[seat.debt] = {is_last                    ? Basis::balance
                                       : method_ == Method::token ? Basis::token
                                                                  : Basis::agreed,
                                       seat.most,
                                       {}};
    }
    return {.paid = wanted};
}

std::vector<Group> groups_of(const Plan& plan) {
    std::vector<std::size_t> debts;
    for (std::size_t debt = 0; debt < plan.creditors.size(); ++debt) {
        if (!plan.creditors[debt].settlement) {
            debts.push_back(debt);
        }
    }
    switch (plan.strategy) {
    case Strategy::pro_rata:
        return {Group(Method::pro_rata, std::move(debts))};
    case Strategy::contractual:
        return {Group(Method::contractual, std::move(debts))};
    case Strategy::smallest_first:
        return {Group(Method::smallest_first, std::move(debts))};
    case Strategy::priority:
        return groups_of_priority(plan, debts);
    case Strategy::fixed:
        return groups_of_fixed(plan, debts);
    case Strategy::mixed:
        return groups_of_classes(plan, debts);
    }
    broken_contract("every strategy is known", __FILE__, __LINE__);
}

} // namespace saldo::plans
