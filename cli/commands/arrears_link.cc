#include "cli/case_link.hpp"
#include "cli/commands/commands.hpp"

namespace saldo::cli {

void register_arrears_link(CLI::App& root, Context& context) {
    register_case_link(root, context, "link", app::link_case);
}

} // namespace saldo::cli
