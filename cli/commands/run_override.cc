#include "app/controls.hpp"
#include "cli/codes.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/run_report.hpp"

#include <memory>

namespace saldo::cli {

void register_run_override(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "run", context), "override", context);
    const auto request = std::make_shared<app::Override_request>();
    made.add_option(texts("type.run"), request->run, texts("help.run.number"))->required();
    made.add_option(texts("type.run_line"), request->line, texts("help.run.override.line"))
        ->required();
    const std::string type = texts("type.control");
    made.add_option_function<std::string>(
            type,
            [request, type, &context](const std::string& text) {
                const auto control = payments::control_from(text);
                if (!control) {
                    const Finding finding{unknown_control, Severity::error, {}, {{"stated", text}}};
                    throw wrong_value(type, Refusal(finding), context);
                }
                request->control = *control;
            },
            texts("help.run.override.control"))
        ->required();
    made.add_option("--reason", request->reason, texts("help.match.reason"))
        ->type_name(texts("type.text"))
        ->required();
    on_call(made, context, [request, &context] {
        return change_run(context,
                          [&](app::Desk& desk) { return app::override_control(desk, *request); });
    });
}

} // namespace saldo::cli
