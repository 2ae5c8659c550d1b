#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/follow_up.hpp"
#include "cli/goal_report.hpp"
#include "dossier/names.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Goal_end_request {
    std::string dossier;
    std::string goal;
    dossier::Goal_outcome outcome = dossier::Goal_outcome::reached;
};

} // namespace

void register_goal_end(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "goal", context), "end", context);
    const auto request = std::make_shared<Goal_end_request>();
    made.add_option(texts("type.dossier"), request->dossier, texts("help.goal.dossier"))
        ->required();
    made.add_option(texts("type.goal"), request->goal, texts("help.goal.goal"))->required();
    add_word<dossier::Goal_outcome>(
        made, "--outcome", texts("help.goal.end.outcome"),
        dossier::Names<dossier::Goal_outcome>::all, context,
        [request](dossier::Goal_outcome outcome) { request->outcome = outcome; })
        .required();
    on_call(made, context, [request, &context] {
        return answer_or_refuse(context, change_book(context, [&](app::Desk& desk) {
                                    return app::end_goal(desk, request->dossier, request->goal,
                                                         request->outcome)
                                        .map([&](const app::Goal_row& row) {
                                            return goal_report({row}, context.options.as_of);
                                        });
                                }));
    });
}

} // namespace saldo::cli
