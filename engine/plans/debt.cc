#include "plans/debt.hpp"

#include "base/invariant.hpp"
#include "money/scale.hpp"

#include <algorithm>

namespace saldo::plans {

namespace {

constexpr std::int64_t months_of_year = 12;

} // namespace

Debt::Debt(const Creditor& creditor)
    : creditor_(&creditor), principal_(creditor.balance - creditor.interest_due),
      interest_(creditor.interest_due), before_(creditor.balance) {
    if (creditor.rate && creditor.rate->numerator() != 0) {
        monthly_rate_ = money::Rate::of(creditor.rate->numerator(),
                                        creditor.rate->denominator() * months_of_year);
    }
}

bool Debt::join(Date day) {
    const bool joins = !joined_ && (!creditor_->joins || *creditor_->joins <= day);
    joined_ = joined_ || joins;
    return joins;
}

void Debt::begin_month(Date day, Interest_on interest_on, bool first_interest) {
    const bool joins = join(day);
    before_ = balance();
    added_ = Money::zero();
    const bool runs = joined_ && monthly_rate_ && (!joins || first_interest) &&
                      (!creditor_->interest_until || day <= *creditor_->interest_until);
    if (runs) {
        const Money base = interest_on == Interest_on::balance ? balance() : principal_;
        const auto interest = money::scale(base, *monthly_rate_, money::Rounding::half_away);
        invariant(interest.has_value(), "a month's interest on a debt that is given up in time");
        added_ = *interest;
        interest_ += added_;
    }
}

Money Debt::pay(Money amount) {
    invariant(!amount.is_negative() && amount <= balance(), "nobody gets more than is owed");
    const Money interest = std::min(amount, interest_);
    interest_ -= interest;
    principal_ -= amount - interest;
    return interest;
}

Money Debt::remit() {
    const Money rest = balance();
    interest_ = Money::zero();
    principal_ = Money::zero();
    return rest;
}

} // namespace saldo::plans
