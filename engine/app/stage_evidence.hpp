#pragma once

#include "app/desk.hpp"
#include "autonomy/evidence.hpp"
#include "dossier/dossier.hpp"

namespace saldo::app {

/// What the book says of how a household gets on, as it was known on a day: own payments, what the
/// client got besides, accounts below what is allowed, new debts, what is owed. As far back as the
/// criteria of the rung look.
[[nodiscard]] autonomy::Evidence evidence_for(Unit_of_work& work,
                                              const Dossier_row& row,
                                              const dossier::Dossier& dossier,
                                              const autonomy::Rung& rung,
                                              Date on);

} // namespace saldo::app
