#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/policy_report.hpp"

#include <memory>

namespace saldo::cli {

void register_policy_approve(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "policy", context), "approve", context);
    const auto version = std::make_shared<std::uint32_t>(0);
    made.add_option(texts("type.number"), *version, texts("help.policy.version"))->required();
    on_call(made, context, [version, &context] {
        return answer_or_refuse(
            context, change_book(context, [&](app::Desk& desk) {
                return app::approve_policy(desk, *version).map([&](const app::Policy_sheet& sheet) {
                    return report_of(desk.work(), sheet);
                });
            }));
    });
}

} // namespace saldo::cli
