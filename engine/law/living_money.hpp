#pragma once

#include "law/attachable.hpp"

namespace saldo::law {

/// Who gets which leefloon (law of 26 May 2002, art. 14): who lives with others, who lives alone,
/// who supports a family with at least one unmarried minor child.
enum class Leefloon_category { cohabiting, single, family };

inline constexpr std::array leefloon_category_names{Named{Leefloon_category::cohabiting, "1"},
                                                    Named{Leefloon_category::single, "2"},
                                                    Named{Leefloon_category::family, "3"}};

struct Leefloon {
    Money amount; ///< of one month
    std::vector<Step> steps;
    Findings findings;
};

/// The leefloon of a month (law of 26 May 2002, art. 14). Refuses law.not_in_force.
[[nodiscard]] Result<Leefloon>
leefloon(const Figures& figures, Leefloon_category category, Date on);

struct Living_money_request {
    Attachable_request income; ///< without the family allowances; its day counts for the leefloon
    Leefloon_category category = Leefloon_category::single;
    Money family_allowances = Money::zero(); ///< of the month
};

/// Below what the living money of a collective debt settlement may not go (Ger.W. art. 1675/9 §4).
struct Living_money_floors {
    Money protected_part; ///< floor A, which needs no consent: what cannot be attached
    Money
        consented; ///< floor B, only with written consent and for a time: living money stays above
    std::vector<Step> steps;
    Findings findings;
};

/// Both floors for a month. Family allowances cannot be attached (art. 1410 §2), so they are in
/// both. Refuses what `attachable` and `leefloon` do.
[[nodiscard]] Result<Living_money_floors> living_money_floors(const Figures& figures,
                                                              const Living_money_request& request);

} // namespace saldo::law
