#include "app/settings.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/setting_options.hpp"

#include <memory>
#include <ostream>

namespace saldo::cli {

void register_setting_default(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "setting", context), "default", context);
    const auto kind = add_setting(made, context);
    on_call(made, context, [kind, &context] {
        context.out << (*kind)->standard(); // a document, whatever `--output` says
        return Exit::done;
    });
}

} // namespace saldo::cli
