#pragma once

#include "app/desk.hpp"
#include "dossier/dossier.hpp"

#include <string>
#include <vector>

namespace saldo::app {

struct Input_file {
    std::string name; ///< as the user gave it
    std::string bytes;
};

struct Imported_dossier {
    enum class Outcome { added, changed, unchanged };

    std::string file;
    std::string number;
    Outcome outcome = Outcome::added;
    std::uint32_t version = 1;
};

[[nodiscard]] std::string_view name(Imported_dossier::Outcome outcome);

/// Takes dossier documents into the book: all of them, or none and every fault of each. A document
/// that equals the one in force changes nothing. One that differs becomes its next version; what
/// the ledger was opened with stays: accounts, pots and claims may be added but not removed, and
/// their opening balances do not change (app.account_is_kept, app.pot_is_kept, app.claim_is_kept,
/// app.opening_is_fixed). Transfers, changes of status and decisions of a claim may be added, those
/// that stand stay (app.claim_history_is_kept). Bills may be added and cancelled, nothing else
/// (app.bill_is_kept); adopted plans may be answered and ended, and only `adopt_plan` adds one
/// (app.plan_is_kept, app.plan_not_adopted). Who pays which line from when, the steps on the
/// ladder, proofs, letters and evaluations may be added, those that stand stay
/// (app.payer_changes_are_kept, app.course_is_kept); help that ended is not begun again
/// (app.closing_is_kept).
///
/// A dossier that is new to the book may bring plans that another book adopted, with their texts,
/// which that book shows: who adopted them there stays, and that they were taken over is recorded.
/// Refuses app.plan_terms_missing where the text with the digest of a plan is not among them,
/// app.plan_terms_of_none for a text that no such plan has, and what `plans::read_plan` refuses.
[[nodiscard]] Result<std::vector<Imported_dossier>> import_dossiers(
    Desk& desk, const std::vector<Input_file>& files, const std::vector<Input_file>& terms = {});

/// The dossier becomes the next version of its document, by the same rules.
[[nodiscard]] Result<Done> keep_document(Desk& desk, const dossier::Dossier& dossier);

} // namespace saldo::app
