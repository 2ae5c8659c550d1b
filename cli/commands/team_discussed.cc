#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/follow_up.hpp"
#include "cli/evaluation_report.hpp"

#include <memory>

namespace saldo::cli {

void register_team_discussed(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "team", context), "discussed", context);
    const auto dossiers = std::make_shared<std::vector<std::string>>();
    made.add_option(texts("type.dossier"), *dossiers, texts("help.team.discussed.dossier"))
        ->required();
    on_call(made, context, [dossiers, &context] {
        return answer_or_refuse(
            context, change_book(context, [&](app::Desk& desk) {
                return app::mark_discussed(desk, *dossiers).map([](const auto& rows) {
                    return evaluation_report(rows, Skills_shown::to_machines);
                });
            }));
    });
}

} // namespace saldo::cli
