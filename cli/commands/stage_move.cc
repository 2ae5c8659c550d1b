#include "cli/commands/commands.hpp"
#include "cli/stage_options.hpp"

#include <memory>

namespace saldo::cli {

void register_stage_move(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "stage", context), "move", context);
    const auto request = std::make_shared<app::Move_request>();
    add_dossier(made, request->dossier, context);
    made.add_option(texts("type.stage"), request->rung, texts("help.stage.rung"))->required();
    add_from(made, request->from, context);
    add_grounds(made, *request, context);
    on_call(made, context, [request, &context] {
        return change_stage(context, request->document,
                            [&](app::Desk& desk) { return app::move_stage(desk, *request); });
    });
}

} // namespace saldo::cli
