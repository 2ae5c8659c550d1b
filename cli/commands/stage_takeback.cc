#include "cli/commands/commands.hpp"
#include "cli/stage_options.hpp"

#include <memory>

namespace saldo::cli {

void register_stage_takeback(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "stage", context), "takeback", context);
    const auto request = std::make_shared<app::Takeback_request>();
    add_dossier(made, request->dossier, context);
    made.add_option(texts("type.line"), request->lines, texts("help.stage.takeback.lines"));
    made.add_flag("--agreed", request->agreed, texts("help.stage.takeback.agreed"));
    made.add_flag("--missed", request->missed, texts("help.stage.takeback.missed"));
    add_from(made, request->from, context);
    add_grounds(made, *request, context);
    on_call(made, context, [request, &context] {
        return change_stage(context, request->document,
                            [&](app::Desk& desk) { return app::take_back(desk, *request); });
    });
}

} // namespace saldo::cli
