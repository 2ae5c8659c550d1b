#pragma once

#include "dossier/dossier.hpp"

namespace saldo::dossier {

/// What the way of a dossier on the ladder and the payers of its lines say that cannot be. The
/// ladder itself is not known here.
///   dossier.date_too_early: a change of payer or a move before the one above it, or one that
///   holds before the day it was decided on; a review, a step or an end before its beginning;
///   dossier.amount_not_positive, dossier.document_not_a_digest, dossier.duplicate_id;
///   dossier.unknown_living_money: of what the client gets for a line;
///   dossier.given_by_office: money for the client where he does not pay;
///   dossier.not_due: an excepted or proved due date on which the line is not due;
///   dossier.unknown_line, dossier.first_move_is_entry, dossier.no_way_on (after the end).
[[nodiscard]] Findings check_course(const Dossier& dossier);

} // namespace saldo::dossier
