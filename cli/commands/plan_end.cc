#include "cli/adopted_plan_report.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/plan_options.hpp"

#include <memory>

namespace saldo::cli {

void register_plan_end(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "plan", context), "end", context);
    const auto plan = add_named_plan(made, context);
    const auto reason = std::make_shared<std::string>();
    made.add_option("--reason", *reason, texts("help.plan.end.reason"))
        ->type_name(texts("type.text"))
        ->required();
    on_call(made, context, [plan, reason, &context] {
        return answer_or_refuse(
            context, change_book(context, [&](app::Desk& desk) {
                return app::end_plan(desk, plan->dossier, plan->plan, *reason)
                    .map([](const app::Plan_row& row) { return plan_list_report({row}); });
            }));
    });
}

} // namespace saldo::cli
