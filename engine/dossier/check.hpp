#pragma once

#include "dossier/dossier.hpp"

namespace saldo::dossier {

/// What a dossier says that cannot be, each with a JSON pointer into its document:
///   dossier.duplicate_id, dossier.duplicate_iban;
///   dossier.unknown_account, dossier.account_not_managed (only an account with an opening balance
///   can pay, receive or hold pots), dossier.unknown_pot, dossier.pot_of_other_account;
///   dossier.amount_not_positive, dossier.negative_amount, dossier.never_due;
///   dossier.opening_missing (of a budget account), dossier.opening_not_wanted (of a living money
///   account), dossier.pots_exceed_opening (more in pots than the opening balance and the allowed
///   overdraft hold), dossier.closed_too_early, dossier.no_client;
///   of claims what check_claim.hpp tells, of adopted plans what check_plans.hpp, of the forms of
///   help what check_help.hpp, of the way on the ladder what check_course.hpp tells.
[[nodiscard]] Findings check(const Dossier& dossier);

} // namespace saldo::dossier
