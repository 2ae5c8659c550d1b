#include "cli/adopted_plan_report.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/plan_options.hpp"

#include <memory>

namespace saldo::cli {

void register_plan_list(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "plan", context), "list", context);
    const auto dossier = std::make_shared<std::optional<std::string>>();
    made.add_option("--dossier", *dossier, texts("help.plan.dossier"))
        ->type_name(texts("type.dossier"));
    const auto view = add_view(made, context);
    on_call(made, context, [dossier, view, &context] {
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) {
                return app::plans_on(work, *dossier, view_of(*view, context)).map(plan_list_report);
            }));
    });
}

} // namespace saldo::cli
