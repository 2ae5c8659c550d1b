#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/follow_up.hpp"
#include "cli/time_report.hpp"

namespace saldo::cli {

void register_time_list(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "time", context), "list", context);
    on_call(made, context, [&context] {
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) -> Result<render::Report> {
                return time_report(app::times_on(work, context.options.as_of));
            }));
    });
}

} // namespace saldo::cli
