#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/follow_up.hpp"
#include "cli/evaluation_report.hpp"
#include "cli/team_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Evaluations_asked {
    std::optional<std::string> dossier;
    bool overdue = false;
};

} // namespace

void register_evaluation_list(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "evaluation", context), "list", context);
    const auto asked = std::make_shared<Evaluations_asked>();
    made.add_option(texts("type.dossier"), asked->dossier, texts("help.evaluation.list.dossier"));
    made.add_flag("--overdue", asked->overdue, texts("help.evaluation.list.overdue"));
    on_call(made, context, [asked, &context] {
        const Date on = context.options.as_of;
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) -> Result<render::Report> {
                if (asked->overdue) {
                    return app::overdue_evaluations(work, asked->dossier, on)
                        .map([&](const auto& items) { return overdue_report(items, on); });
                }
                return app::evaluations_on(work, asked->dossier, on).map([&](const auto& rows) {
                    return evaluation_report(rows, asked->dossier ? Skills_shown::yes
                                                                  : Skills_shown::to_machines);
                });
            }));
    });
}

} // namespace saldo::cli
