#pragma once

#include "law/figures.hpp"
#include "plans/plan.hpp"

namespace saldo::plans {

/// The plan with the rates of each creditor to whom interest is owed at a legal rate: every row of
/// the figures, and after the last one what the plan supposes, if it does. A month that none covers
/// has no rate, and `simulate` stops there.
[[nodiscard]] Plan with_legal_rates(Plan plan, const law::Figures& figures);

} // namespace saldo::plans
