#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/match_rule_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Disable_request {
    Match_rule_id rule;
    std::string reason;
};

} // namespace

void register_match_rule_disable(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made =
        command(group(group(root, "match", context), "rule", context), "disable", context);
    const auto request = std::make_shared<Disable_request>();
    made.add_option(texts("type.rule"), request->rule.value, texts("help.match.rule.number"))
        ->required();
    made.add_option("--reason", request->reason, texts("help.match.reason"))
        ->type_name(texts("type.text"))
        ->required();
    on_call(made, context, [request, &context] {
        return change_rule(context, [&](app::Desk& desk) {
            return app::disable_rule(desk, request->rule, request->reason);
        });
    });
}

} // namespace saldo::cli
