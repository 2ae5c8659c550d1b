#pragma once

#include "app/plans.hpp"
#include "dossier/dossier.hpp"
#include "law/figures.hpp"

#include <string>
#include <string_view>

namespace saldo::app {

/// The event that keeps an adoption. Its facts are `plan`, `sha256` (of the terms), `months`,
/// `total` and `creditors`.
inline constexpr std::string_view plan_adopted_event = "plan.adopted";

/// The reason with which a plan is ended of which all is paid, when the next one is adopted.
inline constexpr std::string_view all_paid_reason = "paid";

/// The event that keeps that a plan came with its dossier from another book. Its facts are those of
/// an adoption, and `adopted_by` and `adopted`.
inline constexpr std::string_view plan_taken_over_event = "plan.taken_over";

/// What the event says of a plan whose terms have this digest.
[[nodiscard]] Params adoption_facts(const dossier::Adopted_plan& plan, std::string sha256);

/// A plan that a household is to keep from now on.
struct Adoption_request {
    std::string dossier; ///< number
    std::string terms;   ///< document of the plan; its creditors are claims, `creditor/claim`
    std::string account; ///< id of the bank account that pays
    std::string pot;     ///< id of a pot of it, or empty
    std::string id;      ///< empty: the next number
};

struct Adoption {
    Plan_row row;
    Findings findings; ///< warnings of the simulation, and what differs from the claims
};

/// Adopts a plan: what its simulation comes to is frozen in the document of the dossier, which gets
/// its next version; runs pay its instalments from then on, each claim becomes `in_plan`, and the
/// book keeps the text of the plan. Later changes of the program or of the law change nothing of
/// it. A plan of the same claims of which all is paid is ended by it.
///
/// Warns with plans.balance_differs where a creditor of the plan is owed something else on its
/// start than what then stands on the claim (claims/account.hpp), or plans.balance_unknown where
/// that cannot be told. Refuses app.dossier_unknown, app.plan_exists, what
/// `plans::read_plan` and `plans::check_adoption` find, errors of the simulation, and what the
/// check of a dossier refuses.
[[nodiscard]] Result<Adoption>
adopt_plan(Desk& desk, const law::Figures& figures, const Adoption_request& request);

} // namespace saldo::app
