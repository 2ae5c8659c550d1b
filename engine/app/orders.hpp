#pragma once

#include "app/desk.hpp"
#include "payments/pain002/status.hpp"

#include <set>
#include <string>

namespace saldo::app {

/// The reason of the entry that takes back an order which the bank rejected.
inline constexpr std::string_view payment_rejected = "payment_rejected";

/// What happens to payments that the bank has, whoever tells of it: a statement or an answer to
/// the payment file.

/// The entry that undoes the order of a payment, so that what it paid is due again.
[[nodiscard]] ledger::Draft order_reversed(
    Unit_of_work& work, Dossier_id dossier, Run_line_id line, Date date, std::string reason);

/// The entry that orders a payment again that was reversed: the postings of the first one.
[[nodiscard]] ledger::Draft
ordered_again(Unit_of_work& work, Dossier_id dossier, Run_line_id line, Date date);

/// A payment that the bank has, with the word that it will not be executed.
struct Rejection {
    Run_line_id line;
    std::string end_to_end_id;
    Date execution_date; ///< the order is not undone before its day
    payments::pain002::Status status;
};

/// Reverses the order: what it paid is due again, and its line is rejected.
void reject_order(Desk& desk, const Dossier_row& dossier, const Rejection& rejection);

/// Closes the exported runs among these of which no line waits for the bank any more.
void close_finished_runs(Desk& desk, const std::set<Run_id>& runs);

/// A line of the run waits for the bank again: if it was closed it is so no longer.
void reopen_run(Desk& desk, Run_id run);

} // namespace saldo::app
