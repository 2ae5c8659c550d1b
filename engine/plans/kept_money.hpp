#pragma once

#include "plans/sharing.hpp"

#include <span>
#include <vector>

/// Money that stays with the household when a creditor is paid off (Freed_money::kept).
namespace saldo::plans {

/// What one class of creditors no longer gets, of those that are paid off.
///
/// Of a class that is shared by weight it is a part of what there is for the class: the part that
/// they had in the month that paid them off. Of a class with instalments it is those instalments.
/// What the others are to have at least, and what was agreed with them, comes first. Who shared
/// with nobody leaves its money to who waits: the next in turn or the next class. Where nobody
/// waits, because the class had only part of the money and others were paid beside it, that part
/// stays as well.
class Kept_money {
public:
    /// These are paid this month.
    void serve(std::span<const std::size_t> debts);

    [[nodiscard]] bool has_served() const { return !served_.empty(); }

    /// Those that were paid and are not among the open, which stand in order.
    [[nodiscard]] std::vector<std::size_t> gone(std::span<const std::size_t> open) const;

    /// The part of those paid off earlier, in whole units.
    [[nodiscard]] Money part_of(Money money, const Counting& counting) const;

    /// Some of the class are paid off and others are not: from now on this part of this money, in
    /// whole units, is no longer paid.
    void set_part(Money kept, Money money);

    /// All who could be paid are paid off, and what they had is left to who waits. What was kept
    /// before stays kept: a part, or the instalments of these.
    void leave(std::vector<std::size_t> kept);

private:
    std::vector<std::size_t> served_; ///< in order
    money::Rate part_ = money::Rate::of(0, 1);
};

} // namespace saldo::plans
