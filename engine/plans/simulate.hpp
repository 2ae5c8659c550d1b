#pragma once

#include "plans/schedule.hpp"

namespace saldo::plans {

/// How interest is reckoned, as answers say it: `twelfth_of_rate_on_balance_half_up` or
/// `twelfth_of_rate_on_principal_half_up`.
[[nodiscard]] std::string_view interest_rule(Interest_on interest_on);

/// Lets a plan run, month by month, until all who are offered something are paid, and tells what
/// becomes of it. The order of creditors, steps and extras changes nothing.
///
/// The first instalment is due at the start, the next on the same day of each month, counted from
/// the start (31 January, 28 February, 31 March). Before an instalment a month of interest is
/// added: a twelfth of the yearly rate of what is owed, to the nearest cent, a half up. Whatever
/// the length of the month, so that anybody can check it; and before the first instalment too
/// (unless the plan says otherwise), so that a plan never looks better than it is. An instalment
/// pays interest first, then principal (art. 5.210 of the Civil Code, the old art. 1254).
///
/// A plan that does not come to its end is given up after `months_most` months, or when nothing is
/// paid any more and nothing will change, or when a debt outgrows what can be reckoned: the finding
/// plans.never_ends says so. The other findings, each told for the first month it is so:
/// plans.beyond_term, plans.below_interest, plans.below_minimum, plans.below_agreed,
/// plans.settlement_waits, plans.zero_offer, plans.account_short, plans.below_living_money and
/// plans.below_reference.
[[nodiscard]] Schedule simulate(Plan plan);

} // namespace saldo::plans
