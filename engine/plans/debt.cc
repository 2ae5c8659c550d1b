#include "plans/debt.hpp"

#include "base/invariant.hpp"
#include "money/scale.hpp"

#include <algorithm>

namespace saldo::plans {

namespace {

constexpr std::int64_t months_of_year = 12;

/// Nothing if there is no interest.
std::optional<money::Rate> twelfth(money::Rate rate) {
    return rate.numerator() == 0 ? std::nullopt
                                 : std::optional(money::Rate::of(
                                       rate.numerator(), rate.denominator() * months_of_year));
}

} // namespace

Debt::Debt(const Creditor& creditor)
    : creditor_(&creditor), principal_(creditor.balance - creditor.interest_due),
      interest_(creditor.interest_due), before_(creditor.balance) {
    if (creditor.rate) {
        monthly_rate_ = twelfth(*creditor.rate);
    }
}

bool Debt::join(Date day) {
    const bool joins = !joined_ && (!creditor_->joins || *creditor_->joins <= day);
    joined_ = joined_ || joins;
    return joins;
}

/// Of this month, and by which legal rate.
std::optional<money::Rate> Debt::monthly_rate(Date since) {
    if (!creditor_->legal) {
        return monthly_rate_;
    }
    const auto found = std::ranges::find_if(
        creditor_->rates, [&](const Dated_rate& each) { return each.in_force.contains(since); });
    lacks_rate_ = found == creditor_->rates.end();
    legal_rate_ = lacks_rate_ ? nullptr : &*found;
    return lacks_rate_ ? std::nullopt : twelfth(found->rate);
}

void Debt::begin_month(Date since, Date day, Interest_on interest_on, bool first_interest) {
    const bool joins = join(day);
    before_ = balance();
    added_ = Money::zero();
    legal_rate_ = nullptr;
    lacks_rate_ = false;
    const bool runs = is_open() && (!joins || first_interest) &&
                      (!creditor_->interest_until || day <= *creditor_->interest_until);
    if (const auto rate = runs ? monthly_rate(since) : std::nullopt) {
        const Money base = interest_on == Interest_on::balance ? balance() : principal_;
        const auto interest = money::scale(base, *rate, money::Rounding::half_away);
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
