#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/follow_up.hpp"
#include "cli/statistics_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

constexpr int year_min = 1900;
constexpr int year_max = 2999;

struct Year_asked {
    int year = 0;
    bool list = false;
};

} // namespace

void register_report_registration(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "report", context), "registration", context);
    const auto asked = std::make_shared<Year_asked>();
    made.add_option(texts("type.year"), asked->year, texts("help.report.registration.year"))
        ->check(CLI::Range(year_min, year_max))
        ->required();
    made.add_flag("--list", asked->list, texts("help.report.list"));
    on_call(made, context, [asked, &context] {
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) {
                return app::registration_of(work, asked->year, context.options.as_of)
                    .map([&](const statistics::Registration& registration) {
                        return registration_report(registration, asked->list
                                                                     ? Dossiers_shown::yes
                                                                     : Dossiers_shown::to_machines);
                    });
            }));
    });
}

} // namespace saldo::cli
