#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/communication_cell.hpp"

namespace saldo::cli {

namespace {

using namespace render;

Result<Report> list(app::Unit_of_work& work) {
    Table table{"suspense",
                {{"movement"},
                 {"dossier"},
                 {"booking_date"},
                 {"amount"},
                 {"counterparty.name"},
                 {"counterparty.account"},
                 {"communication"},
                 {"reason"}},
                {}};
    for (const app::Suspense_row& row : work.statements().suspense()) {
        const app::Movement_row& movement = row.movement;
        table.rows.push_back(
            {{Count{movement.id.value}, Text{row.dossier.number}, movement.booking_date,
              movement.amount, filled<Text>(movement.counterparty_name),
              filled<Account_number>(movement.counterparty_account),
              communication_cell(movement.communication_kind, movement.communication_type,
                                 movement.communication),
              Term{"doubt", row.reason}}});
    }
    return Report{.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

} // namespace

void register_match_list(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "match", context), "list", context);
    on_call(made, context,
            [&context] { return answer_or_refuse(context, ask_book(context, list)); });
}

} // namespace saldo::cli
