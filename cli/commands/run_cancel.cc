#include "app/runs.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/run_report.hpp"

#include <memory>

namespace saldo::cli {

void register_run_cancel(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "run", context), "cancel", context);
    const auto number = std::make_shared<std::string>();
    made.add_option(texts("type.run"), *number, texts("help.run.number"))->required();
    on_call(made, context, [number, &context] {
        return change_run(context, [&](app::Desk& desk) { return app::cancel_run(desk, *number); });
    });
}

} // namespace saldo::cli
