#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "payments/policy_document.hpp"

#include <ostream>

namespace saldo::cli {

void register_policy_default(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "policy", context), "default", context);
    on_call(made, context, [&context] {
        context.out << payments::default_policy_text(); // a document, whatever `--output` says
        return Exit::done;
    });
}

} // namespace saldo::cli
