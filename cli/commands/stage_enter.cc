#include "cli/commands/commands.hpp"
#include "cli/stage_options.hpp"

#include <memory>

namespace saldo::cli {

void register_stage_enter(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "stage", context), "enter", context);
    const auto request = std::make_shared<app::Entry_request>();
    add_dossier(made, request->move.dossier, context);
    made.add_option(texts("type.stage"), request->move.rung, texts("help.stage.rung"))->required();
    made.add_option("--goal", request->goal, texts("help.stage.enter.goal"))
        ->type_name(texts("type.text"))
        ->required();
    made.add_option("--target", request->target, texts("help.stage.enter.target"))
        ->type_name(texts("type.stage"))
        ->required();
    made.add_option("--pace", request->pace, texts("help.stage.enter.pace"))
        ->type_name(texts("type.number"));
    add_from(made, request->move.from, context);
    add_grounds(made, request->move, context);
    on_call(made, context, [request, &context] {
        return change_stage(context, request->move.document,
                            [&](app::Desk& desk) { return app::enter_ladder(desk, *request); });
    });
}

} // namespace saldo::cli
