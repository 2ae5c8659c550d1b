#pragma once

#include "app/desk.hpp"
#include "base/signature.hpp"
#include "payments/bank_profile.hpp"
#include "payments/pain001/convert.hpp"
#include "payments/pain001/schema.hpp"

#include <optional>
#include <string>
#include <vector>

namespace saldo::app {

/// A run with all its lines, those not paid included.
struct Run_sheet {
    payments::Run run;
    std::vector<payments::Run_line> lines;
};

/// Payments in the run, set-asides and lines that are not paid left out.
[[nodiscard]] std::uint64_t count(const Run_sheet& sheet);
[[nodiscard]] Money total(const Run_sheet& sheet);

/// An income of a dossier that is supposed not to come.
struct Missing_income {
    std::string dossier; ///< number
    std::string line;    ///< id of the budget line
};

/// Proposes what is due up to and including `through` for all dossiers, as a new run in state
/// prepared. Refuses app.not_allowed when the policy leaves that to others, and app.nothing_to_pay
/// when there is no payment in it: what is to be set aside then waits for the next run. With
/// `without` it answers what would be if those incomes did not come: whoever asks that keeps
/// nothing of it. Refuses app.dossier_unknown and app.income_unknown of them.
[[nodiscard]] Result<Run_sheet>
prepare_run(Desk& desk, Date through, const std::vector<Missing_income>& without = {});

/// One due date of a dossier.
struct Due_payment {
    std::string dossier; ///< number
    std::string subject;
    Date due;
};

/// Prepares a run of one payment alone. It is proposed along with all else that is due by then, so
/// that nothing more urgent goes without. Refuses app.payment_not_in, with the reason, when the
/// proposal does not pay it, app.dossier_unknown and app.not_allowed.
[[nodiscard]] Result<Run_sheet> prepare_payment(Desk& desk, const Due_payment& wanted);

/// A run by number. Refuses app.run_unknown.
[[nodiscard]] Result<Run_sheet> find_run(Unit_of_work& work, std::string_view number);

/// Approves a prepared run: what is approved is sealed, line by line, and signed with the key of
/// the person at the desk if there is one. Refuses app.not_allowed, app.run_unknown,
/// app.run_state_wrong, app.maker_is_checker when it is the one who prepared it,
/// app.overrider_approves, every control that is unmet, and what `sign_run` refuses: without a key
/// app.signature_missing if the policy wants signatures.
[[nodiscard]] Result<Run_sheet>
approve_run(Desk& desk, std::string_view number, const Secret_key* key = nullptr);

/// Withdraws a run that is not yet exported; its lines are due again. Refuses app.run_unknown and
/// app.run_state_wrong.
[[nodiscard]] Result<Run_sheet> cancel_run(Desk& desk, std::string_view number);

/// How a run is to leave.
struct Export_terms {
    /// How its banks want their files. Left out: as it left before, else as is built in.
    std::optional<payments::Bank_profiles> profiles{};
    /// They are what the office uses now: no matter for a run that left before.
    bool profiles_are_usual = false;
    /// Of all its files, whatever the profiles say.
    std::optional<payments::pain001::Version> version{};
    /// The official schemas, as far as the office has them.
    payments::pain001::Schemas schemas{};
};

struct Exported_run {
    Run_sheet sheet;
    std::vector<std::string> files; ///< bytes of each of the files that `sheet` names
    bool again = false;             ///< it was exported before: these are the same bytes
    Findings warnings;              ///< of the rules P01 to P28, for the second pair of eyes
    std::vector<payments::pain001::Text_change> changes; ///< texts that are not sent as they are
};

/// Makes the payment files of an approved run and proves them: the sealed content is what was
/// approved, its signature holds, no control is unmet, the bytes are read again and held against
/// the run, the rules P01 to P28 and the official schema where there is one. Each payment is booked
/// from its pots into transit. A run that was exported gives the same bytes again and books
/// nothing.
///
/// Refuses app.not_allowed, app.run_unknown, app.run_state_wrong, app.run_content_changed, what
/// `check_signature` refuses, every control that is unmet, what `make_payment_files` refuses,
/// app.export_differs (it left, and not as it would on these terms), app.cut_off_passed (a payment
/// would have to leave today, and its bank takes no more orders for today), and every error of the
/// rules and the schema.
[[nodiscard]] Result<Exported_run>
export_run(Desk& desk, std::string_view number, const Export_terms& terms = {});

} // namespace saldo::app
