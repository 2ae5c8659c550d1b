#include "cli/adopted_plan_report.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/plan_options.hpp"

#include <memory>
#include <ostream>

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

/// The text by which the plan was adopted, whatever `--output` says.
Exit show_terms(const Context& context, const Named_plan& plan) {
    const auto text = ask_book(context, [&](app::Unit_of_work& work) {
        return app::terms_of(work, plan.dossier, plan.plan);
    });
    if (!text) {
        return context.refuse(text.error());
    }
    context.out << *text;
    return Exit::done;
}

} // namespace

void register_plan_show(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "plan", context), "show", context);
    const auto plan = add_named_plan(made, context);
    const auto view = add_view(made, context);
    const auto terms = std::make_shared<bool>(false);
    made.add_flag("--terms", *terms, context.texts("help.plan.show.terms"));
    on_call(made, context, [plan, view, terms, &context] {
        return *terms ? show_terms(context, *plan) : show(context, *plan, view_of(*view, context));
    });
}

} // namespace saldo::cli
