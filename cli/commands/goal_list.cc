#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/follow_up.hpp"
#include "cli/goal_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Goals_asked {
    std::optional<std::string> dossier;
    bool open = false;
};

} // namespace

void register_goal_list(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "goal", context), "list", context);
    const auto asked = std::make_shared<Goals_asked>();
    made.add_option(texts("type.dossier"), asked->dossier, texts("help.goal.list.dossier"));
    made.add_flag("--open", asked->open, texts("help.goal.list.open"));
    on_call(made, context, [asked, &context] {
        const Date on = context.options.as_of;
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) {
                return app::goals_on(work, asked->dossier, on).map([&](const auto& rows) {
                    return goal_report(rows, on, asked->open);
                });
            }));
    });
}

} // namespace saldo::cli
