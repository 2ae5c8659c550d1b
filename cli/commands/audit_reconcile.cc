#include "app/reconcile_accounts.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <algorithm>

namespace saldo::cli {

namespace {

using namespace render;

/// schemas/json/audit_reconcile.schema.json
Report proofs_report(const std::vector<app::Account_proof>& proofs, std::int64_t differences) {
    Table table{"accounts",
                {{"dossier"},
                 {"account"},
                 {"statement_date"},
                 {"statement"},
                 {"ledger"},
                 {"pots"},
                 {"in_transit"},
                 {"difference"},
                 {"cause"}},
                {}};
    for (const app::Account_proof& proof : proofs) {
        table.rows.push_back(
            {{Text{proof.dossier}, Account_number{std::string(proof.account.text())},
              proof.statement_date, proof.statement, proof.ledger, proof.pots, proof.in_transit,
              proof.difference, Term{"cause", std::string(name(proof.cause))}}});
    }
    return {.facts = {{"differences", Count{differences}, not_in_csv}},
            .tables = {std::move(table)},
            .parts = {}};
}

Exit reconcile(const Context& context) {
    const auto proofs = ask_book(context, [](app::Unit_of_work& work) {
        return Result<std::vector<app::Account_proof>>(app::reconcile_accounts(work));
    });
    if (!proofs) {
        return context.refuse(proofs.error());
    }
    const auto differences = std::ranges::count_if(*proofs, [](const app::Account_proof& proof) {
        return proof.cause != app::Difference_cause::none;
    });
    context.answer(proofs_report(*proofs, differences));
    return differences == 0 ? Exit::done : Exit::integrity;
}

} // namespace

void register_audit_reconcile(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "audit", context), "reconcile", context);
    on_call(made, context, [&context] { return reconcile(context); });
}

} // namespace saldo::cli
