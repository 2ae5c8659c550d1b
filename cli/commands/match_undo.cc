#include "app/undo_movement.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>

namespace saldo::cli {

namespace {

using namespace render;

struct Undo_request {
    Movement_id movement;
    std::string reason;
};

Report undone_report(const app::Undone& undone) {
    Table table{"undone", {{"subject"}, {"due"}, {"amount"}, {"rule"}}, {}};
    for (const app::Place& place : undone.places) {
        const reconcile::Explanation& explanation = place.part.explanation;
        table.rows.push_back({{Text{place.order.empty() ? explanation.subject : place.order},
                               filled(explanation.due), place.part.amount,
                               Term{"rule", std::string(name(explanation.rule))}}});
    }
    return {.facts = {{"movement", Count{undone.row.movement.id.value}},
                      {"dossier", Text{undone.row.dossier.number}},
                      {"booking_date", undone.row.movement.booking_date}},
            .tables = {std::move(table)},
            .parts = {}};
}

} // namespace

void register_match_undo(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "match", context), "undo", context);
    const auto request = std::make_shared<Undo_request>();
    made.add_option(texts("type.movement"), request->movement.value,
                    texts("help.match.assign.movement"))
        ->required();
    made.add_option("--reason", request->reason, texts("help.match.reason"))
        ->type_name(texts("type.text"))
        ->required();
    on_call(made, context, [request, &context] {
        const auto undone = change_book(context, [&](app::Desk& desk) {
            return app::undo_movement(desk, request->movement, request->reason);
        });
        if (undone) {
            context.say(undone->findings);
        }
        return answer_or_refuse(context, undone.map(undone_report));
    });
}

} // namespace saldo::cli
