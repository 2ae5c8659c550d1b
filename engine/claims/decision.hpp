#pragma once

#include "claims/check.hpp"
#include "dossier/dossier.hpp"

namespace saldo::claims {

/// What a person wants to decide on a claim.
struct Wanted_decision {
    dossier::Verdict_kind verdict = dossier::Verdict_kind::due;
    std::optional<Money> reduce_to; ///< of a reduction; without it that of the computed verdict
    std::string reason;             ///< may be empty where the computed verdict is confirmed
    std::string claim{};            ///< `creditor/claim`, to be told in a refusal
};

/// Whether a worker of the dossier may decide on its claims that day: as its jurist, or as head.
[[nodiscard]] bool may_decide(const dossier::Dossier& dossier, std::string_view user, Date on);

/// The decision, beside the verdict that was computed. It is another one than was computed if it
/// names another verdict or another sum to reduce to. Refuses, in this order:
/// claims.not_a_jurist, claims.decision_too_early (before the last one), claims.amount_not_wanted
/// (a sum to reduce to of another verdict), claims.amount_missing (none, and none was computed),
/// claims.amount_too_large (it is not less than what is claimed), claims.reason_missing (of another
/// verdict than the computed one).
[[nodiscard]] Result<dossier::Decision> decide(const dossier::Dossier& dossier,
                                               const dossier::Claim& claim,
                                               const Claim_verdict& computed,
                                               const Wanted_decision& wanted,
                                               std::string_view user,
                                               Date on);

/// The last decision of until the day; nothing if there is none.
[[nodiscard]] const dossier::Decision* last_decision(const dossier::Claim& claim, Date on);

} // namespace saldo::claims
