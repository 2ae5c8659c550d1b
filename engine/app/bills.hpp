#pragma once

#include "app/runs.hpp"
#include "dossier/dossier.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saldo::app {

/// Where a bill stands.
enum class Bill_state {
    open,
    overdue,     ///< open, and its due date is over
    in_run,      ///< in a run that has not left
    ordered,     ///< the bank has the payment and has not answered
    partly_paid, ///< less than its amount was paid, and nothing is under way
    paid,
    cancelled
};

[[nodiscard]] std::string_view name(Bill_state state);

struct Bill_row {
    std::string dossier; ///< number
    dossier::Bill bill;
    Bill_state state = Bill_state::open;
    Money paid = Money::zero(); ///< booked on it, payments under way included
    std::string run;            ///< the last run it is in; empty if none
};

/// Takes a bill into the document of its dossier, which gets its next version. Without an id it
/// gets the next number of the dossier, without an account the only one there is. It is due from
/// then on: runs propose it, movements are matched with it. Refuses app.dossier_unknown, what the
/// check of a dossier refuses, and a bill that came before (app.bill_exists): one that stands on
/// the same document, or one to the same IBAN of the same amount with the same communication.
[[nodiscard]] Result<Bill_row> add_bill(Desk& desk, std::string_view dossier, dossier::Bill bill);

/// Says that a bill is not to be paid. Refuses app.dossier_unknown, app.bill_unknown, and
/// app.bill_state_wrong unless nothing was paid on it and it is in no run.
[[nodiscard]] Result<Bill_row>
cancel_bill(Desk& desk, std::string_view dossier, std::string_view bill, std::string reason);

/// Prepares a run of this bill alone, to pay it before the next one. Refuses app.dossier_unknown,
/// app.bill_unknown, app.bill_state_wrong if it is not open, and app.bill_not_payable with the
/// reason for which a run would not pay it: what is more urgent goes before it.
[[nodiscard]] Result<Run_sheet>
pay_bill(Desk& desk, std::string_view dossier, std::string_view bill);

/// All bills, or those of a dossier, as they stand on `on`; in order of dossier, due date and id.
/// Refuses app.dossier_unknown.
[[nodiscard]] Result<std::vector<Bill_row>>
bills(Unit_of_work& work, std::optional<std::string_view> dossier, Date on);

} // namespace saldo::app
