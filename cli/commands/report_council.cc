#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/commands/follow_up.hpp"
#include "cli/statistics_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Quarter_asked {
    std::optional<statistics::Window> quarter;
    bool list = false;
};

} // namespace

void register_report_council(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "report", context), "council", context);
    const auto asked = std::make_shared<Quarter_asked>();
    made.add_option_function<std::string>(
            texts("type.quarter"),
            [asked, &context](const std::string& text) {
                const auto quarter = statistics::quarter_from(text);
                if (!quarter) {
                    throw wrong_value(context.texts("type.quarter"), quarter.error(), context);
                }
                asked->quarter = *quarter;
            },
            texts("help.report.council.quarter"))
        ->required();
    made.add_flag("--list", asked->list, texts("help.report.list"));
    on_book_calculation(made, context, [asked, &context](const law::Figures& figures) {
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) {
                return app::council_report(work, figures, *asked->quarter, context.options.as_of)
                    .map([&](const app::Council_report& council) {
                        return council_figures_report(council, asked->list
                                                                   ? Dossiers_shown::yes
                                                                   : Dossiers_shown::to_machines);
                    });
            }));
    });
}

} // namespace saldo::cli
