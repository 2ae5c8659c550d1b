#pragma once

#include "app/desk.hpp"
#include "claims/decision.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace saldo::app {

/// A claim, the verdict that is computed of it on a day, and what was decided until then.
struct Verdict_row {
    std::string dossier; ///< number
    std::string creditor;
    dossier::Claim claim;
    claims::Claim_verdict verdict;
    std::optional<dossier::Decision> decision; ///< the last one

    [[nodiscard]] std::string id() const { return creditor + "/" + claim.id; }

    /// Another verdict is computed now than when it was decided on.
    [[nodiscard]] bool has_changed() const {
        return decision && decision->computed != verdict.kind;
    }
};

/// The days on which a claim was paid, by the code of its ledger account.
using Paid_days = std::function<std::vector<Date>(std::string_view code)>;

/// Of a document alone, all its claims in order of creditor and claim, or the one named
/// `creditor/claim`, if it is there. Refuses what the check of a claim refuses.
[[nodiscard]] Result<std::vector<Verdict_row>> check_claims(
    const law::Figures& figures,
    const dossier::Dossier& dossier,
    Date on,
    const Paid_days& paid = [](std::string_view) { return std::vector<Date>(); },
    std::optional<std::string_view> only = std::nullopt);

/// Of a dossier in the book: all its claims, or the one named `creditor/claim`. What the book paid
/// on a claim interrupts limitation. Refuses app.dossier_unknown and app.claim_unknown.
[[nodiscard]] Result<std::vector<Verdict_row>> check_claims(Unit_of_work& work,
                                                            const law::Figures& figures,
                                                            std::string_view dossier,
                                                            std::optional<std::string_view> claim,
                                                            Date on);

struct Decision_request {
    std::string dossier;
    claims::Wanted_decision wanted; ///< with the claim, `creditor/claim`
};

/// Decides on a claim, as the verdict stands on the day of the actor: the document of the dossier
/// gets its next version, and the event `claim.decided` is recorded. Nothing is deleted. Refuses
/// what check_claims and claims::decide refuse.
[[nodiscard]] Result<Verdict_row>
decide_claim(Desk& desk, const law::Figures& figures, const Decision_request& request);

} // namespace saldo::app
