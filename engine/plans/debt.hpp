#pragma once

#include "plans/schedule.hpp"

#include <span>
#include <vector>

namespace saldo::plans {

/// A debt while its plan runs.
class Debt {
public:
    explicit Debt(const Creditor& creditor);

    [[nodiscard]] const Creditor& creditor() const { return *creditor_; }

    /// Interest is added first; what it was before is what the next sharing goes by.
    [[nodiscard]] Money balance() const { return principal_ + interest_; }

    [[nodiscard]] Money balance_before_interest() const { return before_; }

    [[nodiscard]] Money interest_added() const { return added_; }

    [[nodiscard]] bool is_open() const { return joined_ && balance().is_positive(); }

    [[nodiscard]] bool has_joined() const { return joined_; }

    [[nodiscard]] bool is_frozen(Date day) const {
        return creditor_->frozen_until && day < *creditor_->frozen_until;
    }

    /// From this day on it is owed, unless its creditor joins later. True if it was not before.
    bool join(Date day);

    /// Lets the month from `since` to an instalment pass: the creditor joins, or a twelfth of the
    /// yearly rate of what interest runs on is added, to the nearest cent, a half up. A legal rate
    /// is that of `since`, for all of the month.
    void begin_month(Date since, Date day, Interest_on interest_on, bool first_interest);

    /// The rate by which interest was added this month, where it is one of a legal rate.
    [[nodiscard]] const Dated_rate* legal_rate() const { return legal_rate_; }

    /// Interest ran this month, and no legal rate is known for it.
    [[nodiscard]] bool lacks_rate() const { return lacks_rate_; }

    /// Takes an instalment, at most the balance: interest first, then principal. Gives the part
    /// that is interest.
    Money pay(Money amount);

    /// Gives up what is left. Gives how much that is.
    Money remit();

private:
    [[nodiscard]] std::optional<money::Rate> monthly_rate(Date since);

    const Creditor* creditor_;
    std::optional<money::Rate> monthly_rate_;
    Money principal_;
    Money interest_;
    Money before_;
    Money added_ = Money::zero();
    const Dated_rate* legal_rate_ = nullptr;
    bool lacks_rate_ = false;
    bool joined_ = false;
};

/// What a creditor gets this month, and why.
struct Allotment {
    Basis basis = Basis::waits;
    Money amount = Money::zero();
    std::optional<Proof> proof{};
};

/// One for each debt.
using Allotments = std::vector<Allotment>;

} // namespace saldo::plans
