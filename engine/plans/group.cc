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
    Money money;     ///< for the group
    Money all_money; ///< for it and the groups after it
    const Plan& plan;
    Date day;
    std::span<const Debt> all;
    Allotments& allotments;

    [[nodiscard]] Counting counting() const { return {plan.round_to, plan.freed_money}; }

    [[nodiscard]] bool keeps() const { return plan.freed_money == Freed_money::kept; }

    /// In whole units.
    [[nodiscard]] Money least_of(std::size_t debt) const {
        const auto& own = all[debt].creditor().minimum;
        return lifted(own.value_or(plan.minimum.value_or(Money::zero())), counting());
    }

    /// At most what is owed.
    [[nodiscard]] Money least_to(std::size_t debt) const {
        return std::min(least_of(debt), all[debt].balance());
    }

    [[nodiscard]] Money least_to(std::span<const std::size_t> debts) const {
        Money sum = Money::zero();
        for (const std::size_t debt : debts) {
            sum += least_to(debt);
        }
        return sum;
    }

    [[nodiscard]] bool is_paid_off(std::size_t debt) const {
        return allotments[debt].amount == all[debt].balance();
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

Money Group::agreed_with(const Creditor& creditor) const {
    return (method_ == Method::token ? token : creditor.fixed).value_or(Money::zero());
}

/// The most that the group may get, those that are paid off included.
Money Group::limit_of(const Purse& purse, std::span<const std::size_t> open) const {
    if (!has_instalments()) {
        return purse.money;
    }
    Money sum = Money::zero();
    for (const std::size_t debt : open) {
        sum += agreed_with(purse.all[debt].creditor());
    }
    for (const std::size_t debt : kept_.gone(open)) {
        sum += agreed_with(purse.all[debt].creditor());
    }
    return std::min(sum, purse.money);
}

Group_spent Group::pay(
    Money money, const Plan& plan, Date day, std::span<const Debt> all, Allotments& allotments) {
    const std::vector<std::size_t> open = payable(all, day);
    const Purse purse{
        at_most ? std::min(money, *at_most) : money, money, plan, day, all, allotments};
    if (purse.money.is_zero() || method_ == Method::zero) {
        return {};
    }
    if (!purse.keeps()) {
        return open.empty() ? Group_spent{} : pay_open(purse, open);
    }
    if (open.empty()) {
        return {.kept = kept_of_ended(purse)};
    }
    kept_.serve(open);
    Group_spent spent = pay_open(purse, open);
    keep_of_paid(purse, open, spent);
    return spent;
}

Group_spent Group::pay_open(const Purse& purse, std::span<const std::size_t> open) {
    switch (method_) {
    case Method::pro_rata:
    case Method::contractual:
        return pay_by_weight(purse, open);
    case Method::smallest_first:
        return pay_in_turn(purse, open);
    case Method::fixed:
    case Method::token:
        return pay_agreed(purse, open);
    case Method::zero:
        return {};
    }
    broken_contract("every method is known", __FILE__, __LINE__);
}

/// Of what the group may get, what stays where others are paid beside it.
Money Group::stays(Money limit, const Counting& counting) const {
    return has_instalments() ? limit : counting.whole(limit);
}

/// While nobody of the group can be paid.
Money Group::kept_of_ended(const Purse& purse) const {
    const Money limit = limit_of(purse, {});
    return kept_.has_served() && limit < purse.all_money ? stays(limit, purse.counting())
                                                         : kept_.part_of(limit, purse.counting());
}

/// Sees who is paid off by this month's instalments, and to whom its money goes.
void Group::keep_of_paid(const Purse& purse,
                         std::span<const std::size_t> open,
                         Group_spent& spent) {
    const Counting counting = purse.counting();
    if (std::ranges::all_of(open, [&](std::size_t debt) { return purse.is_paid_off(debt); })) {
        const Money limit = limit_of(purse, open);
        if (limit < purse.all_money) { // others were paid beside them
            spent.kept = std::max(stays(limit, counting) - spent.paid, Money::zero());
            return;
        }
        spent.kept -= spent.above;
        kept_.leave(has_instalments() ? kept_.gone(open) : std::vector<std::size_t>());
        return;
    }
    const Money whole = counting.whole(purse.money);
    const Money gone = spent.kept - spent.above + spent.freed;
    if (spent.freed.is_positive() && gone < whole) {
        kept_.set_part(gone, whole);
    }
}

/// Of what is shared by weight, some may be kept: what is above the instalments.
Group_spent Group::pay_by_weight(const Purse& purse, std::span<const std::size_t> open) {
    const Money least = purse.least_to(open);
    const Money over = std::max(purse.money - least, Money::zero());
    const Money kept = purse.keeps() ? std::min(kept_.part_of(purse.money, purse.counting()), over)
                                     : Money::zero();
    Money whole_least = Money::zero();
    for (const std::size_t debt : open) {
        whole_least += purse.least_of(debt);
    }
    const bool is_whole = purse.keeps() && whole_least <= purse.money - kept;
    std::vector<Seat> seats;
    for (const std::size_t debt : open) {
        const Debt& owed = purse.all[debt];
        const Money weight = method_ == Method::contractual
                                 ? owed.creditor().contractual.value_or(Money::zero())
                                 : owed.balance_before_interest();
        seats.push_back(
            {debt, weight, is_whole ? purse.least_of(debt) : purse.least_to(debt), owed.balance()});
    }
    const Spent spent = round_.share(purse.money - kept, std::move(seats), purse.day,
                                     purse.counting(), purse.allotments);
    return {.paid = spent.paid,
            .kept = kept + spent.kept,
            .above = spent.kept,
            .freed = spent.freed,
            .below_minimum = spent.below_minimum};
}

Group_spent Group::pay_in_turn(const Purse& purse, std::span<const std::size_t> open) const {
    const Counting counting = purse.counting();
    const Money least = purse.least_to(open);
    Group_spent spent{.below_minimum = least > purse.money};
    Money free = spent.below_minimum ? purse.money : purse.money - least;
    std::vector<std::size_t> turns(open.begin(), open.end());
    std::ranges::stable_sort(turns, {},
                             [&](std::size_t debt) { return purse.all[debt].balance(); });
    for (const std::size_t debt : turns) {
        const Money at_least = spent.below_minimum ? Money::zero() : purse.least_to(debt);
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
    Money above = Money::zero(); // what is left to pay
    for (const std::size_t debt : open) {
        const Money agreed = agreed_with(purse.all[debt].creditor());
        seats.push_back({debt, agreed, Money::zero(), std::min(agreed, purse.all[debt].balance())});
        wanted += seats.back().most;
        above += agreed - seats.back().most;
    }
    if (wanted > purse.money) { // each gives in as much as the other
        std::erase_if(seats, [](const Seat& seat) { return seat.weight.is_zero(); });
        const Counting counting{purse.plan.round_to, Freed_money::shared};
        const Spent spent =
            round_.share(purse.money, std::move(seats), purse.day, counting, purse.allotments);
        return {.paid = spent.paid, .below_agreed = true};
    }
    for (const Seat& seat : seats) {
        const bool is_last = seat.most == purse.all[seat.debt].balance();
        purse.allotments[seat.debt] = {is_last                    ? Basis::balance
                                       : method_ == Method::token ? Basis::token
                                                                  : Basis::agreed,
                                       seat.most,
                                       {}};
    }
    Group_spent spent{.paid = wanted};
    if (purse.keeps()) {
        for (const std::size_t debt : kept_.gone(open)) {
            spent.kept += agreed_with(purse.all[debt].creditor());
        }
        spent.kept = std::min(spent.kept, purse.money - wanted);
        spent.above = std::min(above, purse.money - wanted - spent.kept);
        spent.kept += spent.above;
    }
    return spent;
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
