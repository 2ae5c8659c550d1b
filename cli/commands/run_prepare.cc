#include "app/runs.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/run_report.hpp"

#include <memory>
#include <optional>

namespace saldo::cli {

void register_run_prepare(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "run", context), "prepare", context);
    const auto through = std::make_shared<std::optional<Date>>();
    add_date(made, "--through", context.texts("help.run.prepare.through"), context,
             [through](Date date) { *through = date; })
        .required();
    on_call(made, context, [through, &context] {
        return change_run(context,
                          [&](app::Desk& desk) { return app::prepare_run(desk, **through); });
    });
}

} // namespace saldo::cli
