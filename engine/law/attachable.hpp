#pragma once

#include "law/workings.hpp"

namespace saldo::law {

/// What an income is for the limits of attachment: wage and the like (Ger.W. art. 1409 §1),
/// replacement income only (art. 1409 §1bis), or both, which are added up under the first (art.
/// 1411).
enum class Income_kind { labour, replacement, mixed };

inline constexpr std::array income_kind_names{Named{Income_kind::labour, "labour"},
                                              Named{Income_kind::replacement, "replacement"},
                                              Named{Income_kind::mixed, "mixed"}};

struct Attachable_request {
    std::vector<Money> incomes; ///< net, of one calendar month
    Income_kind kind = Income_kind::labour;
    std::int32_t children = 0; ///< dependent children, declared with proof
    bool maintenance = false;  ///< for maintenance all is attachable (art. 1412)
    Date on;
};

struct Attachable {
    Money attachable;
    Money kept;              ///< with `attachable` it is the income
    std::vector<Step> steps; ///< slices of the income, and less the supplement for children
    Findings findings;
};

/// How much of a month's income can be attached or assigned (Ger.W. art. 1409-1412). Exact, rounded
/// once to the cent, a half up. Refuses law.amount_negative, law.count_negative, law.not_in_force
/// and money.out_of_range.
[[nodiscard]] Result<Attachable> attachable(const Figures& figures,
                                            const Attachable_request& request);

} // namespace saldo::law
