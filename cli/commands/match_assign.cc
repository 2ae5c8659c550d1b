#include "app/match_movements.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>

namespace saldo::cli {

namespace {

Exit assign(const Context& context, const app::Assignment& assignment) {
    const auto assigned = change_book(
        context, [&](app::Desk& desk) { return app::assign_movement(desk, assignment); });
    if (!assigned) {
        return context.refuse(assigned.error());
    }
    context.answer({.facts = {{"movement", render::Count{assignment.movement.value}},
                              {"dossier", render::Text{assigned->row.dossier.number}},
                              {"booking_date", assigned->row.movement.booking_date},
                              {"amount", assigned->row.movement.amount},
                              {"subject", render::Text{assignment.subject}},
                              {"due", render::filled(assigned->due)},
                              {"match_rule",
                               assigned->rule ? render::Cell(render::Count{assigned->rule->value})
                                              : render::Cell(render::Absent{}),
                               assigned->rule ? render::everywhere : render::for_machines}},
                    .tables = {},
                    .parts = {}});
    return Exit::done;
}

} // namespace

void register_match_assign(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "match", context), "assign", context);
    const auto request = std::make_shared<app::Assignment>();
    made.add_option(texts("type.movement"), request->movement.value,
                    texts("help.match.assign.movement"))
        ->required();
    made.add_option(texts("type.subject"), request->subject, texts("help.match.assign.subject"))
        ->required();
    add_date(made, "--due", texts("help.match.assign.due"), context,
             [request](Date due) { request->due = due; });
    made.add_option("--note", request->note, texts("help.match.assign.note"));
    made.add_flag("--remember", request->remember, texts("help.match.assign.remember"));
    on_call(made, context, [request, &context] { return assign(context, *request); });
}

} // namespace saldo::cli
