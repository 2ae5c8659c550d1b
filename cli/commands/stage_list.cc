#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/stage_report.hpp"

namespace saldo::cli {

void register_stage_list(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "stage", context), "list", context);
    on_call(made, context, [&context] {
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) {
                return app::stages_on(work, context.options.as_of).map(stage_list_report);
            }));
    });
}

} // namespace saldo::cli
