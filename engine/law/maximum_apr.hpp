#pragma once

#include "law/credit_kind.hpp"
#include "law/taken.hpp"

namespace saldo::law {

/// The most a consumer credit may cost, all included.
struct Maximum_apr {
    std::string figure;
    std::string article;
    std::string percent; ///< as the figure says: `16.00`
    money::Rate rate;    ///< the same, of a year
    Findings findings;
};

/// The maximum annual percentage rate of charge of a contract of that day, by kind and amount of
/// the credit (royal decree of 14 September 2016, art. 12). Refuses law.amount_not_positive and
/// law.not_in_force.
[[nodiscard]] Result<Maximum_apr>
maximum_apr(const Figures& figures, Credit_kind kind, Money credit, Date contract);

/// Whether a rate of a year is above it; the maximum itself is not.
[[nodiscard]] bool is_above(money::Rate apr, const Maximum_apr& maximum);

} // namespace saldo::law
