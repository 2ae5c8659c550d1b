#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/follow_up.hpp"
#include "cli/goal_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct New_goal {
    std::string dossier;
    std::string words;
    std::string id;
};

} // namespace

void register_goal_add(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "goal", context), "add", context);
    const auto wanted = std::make_shared<New_goal>();
    made.add_option(texts("type.dossier"), wanted->dossier, texts("help.goal.dossier"))->required();
    made.add_option("--words", wanted->words, texts("help.goal.add.words"))
        ->type_name(texts("type.text"))
        ->required();
    made.add_option("--id", wanted->id, texts("help.goal.add.id"))->type_name(texts("type.key"));
    on_call(made, context, [wanted, &context] {
        return answer_or_refuse(context, change_book(context, [&](app::Desk& desk) {
                                    return app::add_goal(desk, wanted->dossier, wanted->words,
                                                         wanted->id)
                                        .map([&](const app::Goal_row& row) {
                                            return goal_report({row}, context.options.as_of);
                                        });
                                }));
    });
}

} // namespace saldo::cli
