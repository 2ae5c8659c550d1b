#include "app/match_movements.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/communication_cell.hpp"

#include <map>
#include <memory>

namespace saldo::cli {

namespace {

using namespace render;

const std::map<std::string, app::Suspense_order> orders{{"age", app::Suspense_order::age},
                                                        {"amount", app::Suspense_order::amount}};

/// The age is counted in days from the booking.
Result<Report> list_suspense(app::Unit_of_work& work, app::Suspense_order order, Date as_of) {
    Table table{"suspense",
                {{"movement"},
                 {"dossier"},
                 {"booking_date"},
                 {"age"},
                 {"amount"},
                 {"counterparty.name"},
                 {"counterparty.account"},
                 {"communication"},
                 {"reason"}},
                {}};
    for (const app::Suspense_row& row : app::list_suspense(work, order)) {
        const app::Movement_row& movement = row.movement;
        table.rows.push_back(
            {{Count{movement.id.value}, Text{row.dossier.number}, movement.booking_date,
              Count{days_between(movement.booking_date, as_of)}, movement.amount,
              filled<Text>(movement.counterparty_name),
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
    const auto order = std::make_shared<std::string>("age");
    made.add_option("--sort", *order, context.texts("help.match.list.sort"))
        ->type_name("age|amount")
        ->check(CLI::IsMember(orders));
    on_call(made, context, [order, &context] {
        return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                    return list_suspense(work, orders.at(*order),
                                                         context.options.as_of);
                                }));
    });
}

} // namespace saldo::cli
