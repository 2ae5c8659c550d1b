#pragma once

#include "law/figures.hpp"
#include "money/money.hpp"

#include <vector>

namespace saldo::law {

/// What an income is for the limits of attachment: wage and the like (Ger.W. art. 1409 §1),
/// replacement income only (art. 1409 §1bis), or both, which are added up under the first (art.
/// 1411).
enum class Income_kind { labour, replacement, mixed };

struct Attachable_request {
    std::vector<Money> incomes; ///< net, of one calendar month
    Income_kind kind = Income_kind::labour;
    int children = 0;         ///< dependent children, declared with proof
    bool maintenance = false; ///< for maintenance all is attachable (art. 1412)
    Date on;
};

/// A slice of the income, or the supplement for children with a negative amount.
struct Attachable_step {
    std::string figure; ///< the percentage or the amount that was applied
    std::string article;
    Money base;
    std::string rate;   ///< percentage, or number of children
    std::string result; ///< exact, in euro
};

struct Attachable {
    Money attachable;
    Money kept; ///< with `attachable` it is the income
    std::vector<Attachable_step> steps;
    Findings findings;
};

/// How much of a month's income can be attached or assigned. Exact, rounded once to the cent, a
/// half up. Refuses law.amount_negative, law.count_negative, law.not_in_force.
[[nodiscard]] Result<Attachable> attachable(const Figures& figures,
                                            const Attachable_request& request);

} // namespace saldo::law
