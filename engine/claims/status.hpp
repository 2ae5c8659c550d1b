#pragma once

#include "dossier/claim.hpp"

/// What stage a claim is in, and how it gets from one to the next.
namespace saldo::claims {

/// The status of a claim on a day: that of its last change until then; without any it is stated.
[[nodiscard]] dossier::Claim_status status_on(const dossier::Claim& claim, Date on);

/// The claim is closed: nothing more is asked of the household by this creditor.
[[nodiscard]] bool is_end(dossier::Claim_status status);

enum class Move {
    none,        ///< makes no sense
    with_reason, ///< only with the reason why
    free
};

/// Whether a claim may go from one status to another. A claim that was announced gets stated before
/// it is checked; a dispute ends before the claim comes into a plan. That a claim is waived or time
/// barred, and that one which was closed comes back, needs its reason.
[[nodiscard]] Move move_between(dossier::Claim_status from, dossier::Claim_status to);

} // namespace saldo::claims
