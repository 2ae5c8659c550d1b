#include "cli/commands/commands.hpp"
#include "cli/stage_options.hpp"

#include <memory>

namespace saldo::cli {

void register_stage_handover(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "stage", context), "handover", context);
    const auto request = std::make_shared<app::Handover_request>();
    add_dossier(made, request->dossier, context);
    made.add_option(texts("type.line"), request->lines, texts("help.stage.handover.lines"));
    made.add_flag("--all-of-stage", request->all_of_rung, texts("help.stage.handover.all"));
    made.add_flag("--gives-amount", request->gives_amount, texts("help.stage.handover.amount"));
    add_amount(made, "--gives", texts("help.stage.handover.gives"), context,
               [request](Money amount) { request->gives = amount; });
    made.add_option("--with", request->living_money, texts("help.stage.handover.with"))
        ->type_name(texts("type.name"));
    add_from(made, request->from, context);
    add_grounds(made, *request, context);
    on_call(made, context, [request, &context] {
        return change_stage(context, request->document,
                            [&](app::Desk& desk) { return app::hand_over(desk, *request); });
    });
}

} // namespace saldo::cli
