#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/policy_report.hpp"

#include <memory>
#include <optional>

namespace saldo::cli {

void register_policy_show(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "policy", context), "show", context);
    const auto version = std::make_shared<std::uint32_t>(0); // 0: the one in force
    made.add_option(texts("type.number"), *version, texts("help.policy.show.version"));
    on_call(made, context, [version, &context] {
        const auto wanted = *version == 0 ? std::nullopt : std::optional(*version);
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) {
                return app::find_policy(work, wanted).map([&](const app::Policy_sheet& sheet) {
                    return report_of(work, sheet);
                });
            }));
    });
}

} // namespace saldo::cli
