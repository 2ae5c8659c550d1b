#include "cli/case_link.hpp"
#include "cli/commands/commands.hpp"

namespace saldo::cli {

void register_arrears_unlink(CLI::App& root, Context& context) {
    register_case_link(root, context, "unlink", app::unlink_case);
}

} // namespace saldo::cli
