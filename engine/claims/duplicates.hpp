#pragma once

#include "dossier/dossier.hpp"

namespace saldo::claims {

/// Pairs of claims of two creditors of one dossier that may be the same debt, asked by the creditor
/// and by who collects it or bought it: each a warning claims.possible_duplicate with both ids.
/// They have a reference in common, also one from before a transfer; or the same origin and the
/// same principal, and the same day of statement, of unpaid since or of contract. A claim that was
/// transferred on the day is none of them: it went to the other creditor.
[[nodiscard]] Findings possible_duplicates(const dossier::Dossier& dossier, Date on);

} // namespace saldo::claims
