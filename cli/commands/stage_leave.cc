#include "cli/commands/commands.hpp"
#include "cli/stage_options.hpp"

#include <memory>

namespace saldo::cli {

void register_stage_leave(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "stage", context), "leave", context);
    const auto request = std::make_shared<app::Move_request>();
    add_dossier(made, request->dossier, context);
    made.add_flag("--client-asks", request->client_asks,
                  context.texts("help.stage.leave.client_asks"));
    add_from(made, request->from, context);
    add_grounds(made, *request, context);
    on_call(made, context, [request, &context] {
        return change_stage(context, request->document,
                            [&](app::Desk& desk) { return app::leave_ladder(desk, *request); });
    });
}

} // namespace saldo::cli
