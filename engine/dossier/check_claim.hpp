#pragma once

#include "dossier/dossier.hpp"

#include <string_view>

namespace saldo::dossier {

/// What a claim says that cannot be, whatever the dossier it stands in; `place` is the JSON pointer
/// of the claim:
///   dossier.negative_amount, dossier.amount_not_positive, dossier.document_not_a_digest;
///   dossier.date_too_early: interest that runs before the statement, a credit that ended before
///   its contract, a change of status or a decision before the one above it;
///   dossier.rate_missing (of interest at an agreed rate), dossier.rate_not_wanted (of interest at
///   a legal rate); dossier.items_exceed_stated: of a component more is dated until the statement
///   than it states, and what was waived and paid until then does not explain it.
[[nodiscard]] Findings check_claim(const Claim& claim, std::string_view place);

} // namespace saldo::dossier
