#pragma once

#include "dossier/claim.hpp"

/// Debts at a date: what stands on them, and what of it may be asked.
namespace saldo::claims {

/// An amount by component. A component may be negative where it says what changed.
struct Parts {
    Money principal = Money::zero();
    Money interest = Money::zero();
    Money costs = Money::zero();
    Money penalty = Money::zero();

    [[nodiscard]] Money& operator[](law::Debt_part part);
    [[nodiscard]] Money operator[](law::Debt_part part) const;

    [[nodiscard]] Money total() const { return principal + interest + costs + penalty; }

    friend bool operator==(const Parts&, const Parts&) = default;
};

[[nodiscard]] Parts operator+(const Parts& a, const Parts& b);
[[nodiscard]] Parts operator-(const Parts& a, const Parts& b);

/// What the creditor stated, without what came after.
[[nodiscard]] Parts stated_parts(const dossier::Claim& claim);

/// The amount alone, in its component.
[[nodiscard]] Parts only(law::Debt_part part, Money amount);

} // namespace saldo::claims
