#include "cli/adopted_plan_report.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/plan_options.hpp"

#include <memory>

namespace saldo::cli {

namespace {

Exit show(const Context& context, const Named_plan& plan, const plans::View& view) {
    const auto row = ask_book(context, [&](app::Unit_of_work& work) {
        return app::plan_on(work, plan.dossier, plan.plan, view);
    });
    if (!row) {
        return context.refuse(row.error());
    }
    context.answer(plan_show_report(*row, view.on, i18n::Texts(i18n::Language::en)));
    context.say(row->standing.findings);
    return Exit::done;
}

} // namespace

void register_plan_show(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "plan", context), "show", context);
    const auto plan = add_named_plan(made, context);
    const auto view = add_view(made, context);
    on_call(made, context,
            [plan, view, &context] { return show(context, *plan, view_of(*view, context)); });
}

} // namespace saldo::cli
