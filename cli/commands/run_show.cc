#include "app/runs.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/run_report.hpp"

#include <memory>

namespace saldo::cli {

void register_run_show(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "run", context), "show", context);
    const auto number = std::make_shared<std::string>();
    made.add_option(texts("type.run"), *number, texts("help.run.number"))->required();
    on_call(made, context, [number, &context] {
        return show_run(context,
                        [&](app::Unit_of_work& work) { return app::find_run(work, *number); });
    });
}

} // namespace saldo::cli
