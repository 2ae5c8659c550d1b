#pragma once

#include "app/ports.hpp"
#include "base/result.hpp"
#include "law/figures.hpp"

#include <string>

namespace saldo::app {

/// A plan to be made of the claims of a dossier.
struct Draft_request {
    std::string dossier; ///< number
    Date start;          ///< of the first instalment
    Money monthly;       ///< for all creditors
};

struct Plan_draft {
    std::string text;  ///< document (schemas/json/plan.schema.json), canonical, pro rata
    Findings findings; ///< what is left out of it
};

/// The claims of a dossier as a plan. Each is owed what stands on it on the start (claims/
/// account.hpp); interest, costs and penalties of it are paid before its principal and bear no
/// interest (art. 5.210 of the Civil Code); an agreed instalment is its contractual and its fixed
/// one. By its interest rule, interest runs on the principal from the start on, unless it was
/// stopped for good; the last legal rate that is known is supposed to go on. Left out are claims on
/// which nothing is owed then, and, with the info plans.claim_left_out, those that are paid,
/// waived, transferred, time-barred or disputed. Refuses app.dossier_unknown, plans.no_claims, and
/// what the account of a claim refuses, with its place.
[[nodiscard]] Result<Plan_draft>
draft_plan(Unit_of_work& work, const law::Figures& figures, const Draft_request& request);

} // namespace saldo::app
