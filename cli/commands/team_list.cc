#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/follow_up.hpp"
#include "cli/team_report.hpp"

#include <memory>

namespace saldo::cli {

void register_team_list(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "team", context), "list", context);
    const auto since = std::make_shared<std::optional<Date>>();
    add_date(made, "--since", texts("help.team.list.since"), context,
             [since](Date date) { *since = date; });
    on_call(made, context, [since, &context] {
        const Date on = context.options.as_of;
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) -> Result<render::Report> {
                return team_report(app::team_list(work, *since, on), on);
            }));
    });
}

} // namespace saldo::cli
