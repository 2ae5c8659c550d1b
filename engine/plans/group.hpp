#pragma once

#include "plans/kept_money.hpp"

namespace saldo::plans {

/// What paying a group came to.
struct Group_spent {
    Money paid = Money::zero();
    Money kept = Money::zero();  ///< for nobody
    Money above = Money::zero(); ///< of what is kept, above what was left to pay
    Money freed = Money::zero(); ///< the whole parts of those that are paid off
    bool below_minimum = false;  ///< too little for the least instalments
    bool below_agreed = false;   ///< too little for the fixed instalments
};

/// The creditors of a plan that are paid by one method, one group after the other.
class Group {
public:
    Group(Method method, std::vector<std::size_t> debts)
        : method_(method), debts_(std::move(debts)) {}

    [[nodiscard]] Method method() const { return method_; }

    [[nodiscard]] const std::vector<std::size_t>& debts() const { return debts_; }

    /// Gives the money of a month, or what earlier groups left of it, to those of the group who can
    /// be paid, as far as its method wants.
    Group_spent
    pay(Money money, const Plan& plan, Date day, std::span<const Debt> all, Allotments& allotments);

    std::optional<Money> token{};   ///< of Method::token
    std::optional<Money> at_most{}; ///< in a month

private:
    struct Purse;

    [[nodiscard]] std::vector<std::size_t> payable(std::span<const Debt> all, Date day) const;

    [[nodiscard]] bool has_instalments() const {
        return method_ == Method::fixed || method_ == Method::token;
    }

    Group_spent pay_open(const Purse& purse, std::span<const std::size_t> open);
    [[nodiscard]] Money limit_of(const Purse& purse, std::span<const std::size_t> open) const;
    [[nodiscard]] Money agreed_with(const Creditor& creditor) const;
    Group_spent pay_by_weight(const Purse& purse, std::span<const std::size_t> open);
    Group_spent pay_in_turn(const Purse& purse, std::span<const std::size_t> open) const;
    Group_spent pay_agreed(const Purse& purse, std::span<const std::size_t> open);
    [[nodiscard]] Money stays(Money limit, const Counting& counting) const;
    [[nodiscard]] Money kept_of_ended(const Purse& purse) const;
    void keep_of_paid(const Purse& purse, std::span<const std::size_t> open, Group_spent& spent);

    Method method_;
    std::vector<std::size_t> debts_;
    Round round_;
    Kept_money kept_;
};

/// The groups of a plan whose creditors stand by id, in the order in which they are paid. Creditors
/// with a settlement are in none.
[[nodiscard]] std::vector<Group> groups_of(const Plan& plan);

} // namespace saldo::plans
