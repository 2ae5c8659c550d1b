#pragma once

#include "dossier/dossier.hpp"

namespace saldo::dossier {

/// What the adopted plans of a dossier say that cannot be; their accounts, pots and ids are for
/// check.hpp:
///   dossier.unknown_claim, dossier.amount_not_positive, dossier.document_not_a_digest;
///   dossier.due_before_book: an instalment on or before the opening of its account;
///   dossier.due_twice: a plan promises a claim twice on a day, or on a day on which another plan,
///   a bill or the agreed instalment of the claim is due: what is booked on a claim is told apart
///   by its due date. What is due after the end of its plan does not count;
///   dossier.claim_in_two_plans: of two plans that have not ended;
///   dossier.unknown_creditor (of an answer: none of the plan), dossier.date_too_early: an answer
///   before the plan was adopted or before the answer above it, an end before it was adopted.
[[nodiscard]] Findings check_plans(const Dossier& dossier);

} // namespace saldo::dossier
