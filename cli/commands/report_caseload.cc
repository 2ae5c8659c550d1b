#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/follow_up.hpp"
#include "cli/statistics_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Window_asked {
    std::optional<Date> from;
    std::optional<Date> through;
    bool list = false;
};

/// Without a first day it is that of the month of the last one.
Result<statistics::Window> window_of(const Window_asked& asked, Date today) {
    const Date through = asked.through.value_or(today);
    const Date from = asked.from.value_or(through.plus_days(1 - through.day()));
    return calendar::Date_range::through(from, through).map([&](const calendar::Date_range&) {
        return statistics::Window{from, through};
    });
}

} // namespace

void register_report_caseload(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "report", context), "caseload", context);
    const auto asked = std::make_shared<Window_asked>();
    add_date(made, "--from", texts("help.report.caseload.from"), context,
             [asked](Date date) { asked->from = date; });
    add_date(made, "--through", texts("help.report.caseload.through"), context,
             [asked](Date date) { asked->through = date; });
    made.add_flag("--list", asked->list, texts("help.report.list"));
    on_call(made, context, [asked, &context] {
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) {
                return window_of(*asked, context.options.as_of)
                    .map([&](const statistics::Window& window) {
                        return caseload_report(
                            app::caseload_in(work, window, context.options.as_of),
                            asked->list ? Dossiers_shown::yes : Dossiers_shown::to_machines);
                    });
            }));
    });
}

} // namespace saldo::cli
