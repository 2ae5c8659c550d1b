#include "app/orders.hpp"

#include "base/invariant.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

Entry order_entry(Unit_of_work& work, Dossier_id dossier, Run_line_id line) {
    std::optional<Entry> entry = work.journal().order_entry(dossier, line);
    invariant(entry.has_value(), "an exported line has the entry that ordered it");
    return *std::move(entry);
}

} // namespace

ledger::Draft order_reversed(
    Unit_of_work& work, Dossier_id dossier, Run_line_id line, Date date, std::string reason) {
    const Entry order = order_entry(work, dossier, line);
    return ledger::reversal_of(order.draft, order.number, date, std::move(reason), "");
}

ledger::Draft ordered_again(Unit_of_work& work, Dossier_id dossier, Run_line_id line, Date date) {
    ledger::Draft draft = order_entry(work, dossier, line).draft;
    draft.date = date;
    draft.reason = "payment_executed_though_rejected";
    return draft;
}

void reject_order(Desk& desk, const Dossier_row& dossier, const Rejection& rejection) {
    Unit_of_work& work = desk.work();
    const Date date = std::max(desk.actor().as_of, rejection.execution_date);
    desk.post(dossier, order_reversed(work, dossier.id, rejection.line, date,
                                      std::string(payment_rejected)));
    work.runs().set_line_state(rejection.line, payments::Line_state::rejected);
    const auto& given = rejection.status.reasons;
    desk.record("payment.rejected", dossier.number,
                {{"end_to_end_id", rejection.end_to_end_id},
                 {"status", rejection.status.code},
                 {"reason", given.empty() ? std::string() : given.front().code}});
}

void close_finished_runs(Desk& desk, const std::set<Run_id>& runs) {
    for (payments::Run& run : desk.work().runs().all()) {
        if (runs.contains(run.id) && run.state == payments::Run_state::exported &&
            !desk.work().runs().waits_for_bank(run.id)) {
            run.state = payments::Run_state::closed;
            desk.work().runs().update(run);
            desk.record("run.closed", "", {{"run", run.number}});
        }
    }
}

void reopen_run(Desk& desk, Run_id id) {
    for (payments::Run& run : desk.work().runs().all()) {
        if (run.id == id && run.state == payments::Run_state::closed) {
            run.state = payments::Run_state::exported;
            desk.work().runs().update(run);
            desk.record("run.reopened", "", {{"run", run.number}});
        }
    }
}

} // namespace saldo::app
