#pragma once

#include "app/hand_over.hpp"
#include "app/ports.hpp"

/// What handing over and taking back have in common.
namespace saldo::app {

/// A change of payers under way.
struct Changing {
    Dossier_row row;
    dossier::Dossier dossier;
    autonomy::Ladder ladder;
    autonomy::Rung rung;
    payments::Position position;
    Date from;
};

/// Refuses app.dossier_unknown, app.course_missing, app.course_ended, app.rung_unknown and
/// app.date_past.
[[nodiscard]] Result<Changing>
load_changing(Desk& desk, const std::string& number, std::optional<Date> from);

/// Refuses app.line_unknown and app.line_not_expense.
[[nodiscard]] Result<dossier::Budget_line*> expense_of(dossier::Dossier& dossier,
                                                       const std::string& id);

/// Ledger code of an expense.
[[nodiscard]] std::string subject_of(const dossier::Budget_line& line);

/// Excepts later due dates that were paid, or are in a run: they stay with who paid them.
void except_paid(const Changing& changing,
                 const dossier::Budget_line& line,
                 dossier::Payer_change& change,
                 Findings& findings);

/// Keeps that the payer changed, in the log.
void record_change(Desk& desk,
                   const dossier::Dossier& dossier,
                   const dossier::Budget_line& line,
                   const dossier::Payer_change& change,
                   const std::string& decision);

/// The document with its changes is the next version.
[[nodiscard]] Result<Changed_payers> keep_changes(Desk& desk,
                                                  const Changing& changing,
                                                  std::vector<std::string> lines,
                                                  Findings findings);

/// Refuses app.reason_missing.
[[nodiscard]] Result<Done> check_words(const dossier::Dossier& dossier, const std::string& reason);

/// Refuses app.consent_missing.
[[nodiscard]] Result<Done> check_consent(const dossier::Dossier& dossier, dossier::Consent consent);

} // namespace saldo::app
