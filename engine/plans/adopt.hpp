#pragma once

#include "dossier/dossier.hpp"
#include "plans/schedule.hpp"

#include <set>
#include <string>
#include <vector>

/// A simulated plan becomes what a household promises its creditors.
namespace saldo::plans {

/// The instalments above zero of a schedule whose creditors are claims, `creditor/claim`, in order
/// of due date and claim.
[[nodiscard]] std::vector<dossier::Plan_instalment> instalments_of(const Schedule& schedule);

/// The months on which it promises something, what comes to all of it, and to how many creditors.
struct Promise {
    std::size_t months = 0;
    Money total = Money::zero();
    std::set<std::string> creditors; ///< ids
};

[[nodiscard]] Promise promise_of(const dossier::Adopted_plan& plan);

/// The claims it promises something.
[[nodiscard]] std::set<std::string> claims_of(const dossier::Adopted_plan& plan);

/// Why a dossier cannot adopt the plan, whose creditors are `claims`; besides what the check of a
/// dossier says of it (dossier/check_plans.hpp). Errors:
///   - plans.claim_unknown: a creditor is no claim of the dossier;
///   - plans.claim_status_wrong: a claim is closed, or not yet to be put into a plan
///     (claims/status.hpp);
///   - plans.claim_in_plan: a plan that has not ended names it;
///   - plans.claim_has_instalment: an agreed instalment runs while the plan does;
///   - plans.nothing_promised, plans.due_not_ahead: the first due date is not after the day of
///     adoption.
/// Each with the dossier, the claim where it is about one, what is stated and what was found.
[[nodiscard]] Findings check_adoption(const dossier::Dossier& dossier,
                                      const dossier::Adopted_plan& plan,
                                      const Schedule& schedule);

} // namespace saldo::plans
