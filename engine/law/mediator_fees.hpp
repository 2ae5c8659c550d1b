#pragma once

#include "law/workings.hpp"

namespace saldo::law {

struct Mediator_fees {
    Money base;             ///< all acts (art. 2 1°)
    Money yearly_follow_up; ///< of a plan that is followed (art. 2 3°)
    /// Levy for the register JustRestart on an anniversary that falls on the day (royal decree of
    /// 29 March 2024), which is no fee but goes with them; absent if none is in force.
    std::optional<Money> levy;
    std::vector<Step> base_steps;
    std::vector<Step> follow_up_steps;
    Findings findings;
};

/// The lump sums of a mediator in a collective debt settlement with so many creditors (royal decree
/// of 18 December 1998, art. 2), without value added tax. Refuses law.count_negative,
/// law.not_in_force and money.out_of_range.
[[nodiscard]] Result<Mediator_fees>
mediator_fees(const Figures& figures, std::int32_t creditors, Date on);

struct Levies_request {
    Date admissibility;
    std::int32_t years = 0; ///< length of the plan
};

/// One levy for the register JustRestart.
struct Levy {
    Date due_from;               ///< anniversary of the admissibility
    std::optional<Money> amount; ///< absent if no amount is in force on that day
};

struct Levies {
    std::vector<Levy> levies;
    std::optional<Money> total; ///< absent if an amount is
    Findings findings;          ///< with law.levy_not_known if an amount is absent
};

/// The levies of a collective debt settlement (royal decree of 29 March 2024): one on each
/// anniversary of the admissibility, none for the first year and one for the year after the plan
/// ends. Refuses law.count_negative and law.count_too_large.
[[nodiscard]] Result<Levies> levies(const Figures& figures, const Levies_request& request);

} // namespace saldo::law
