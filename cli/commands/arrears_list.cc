#include "cli/arrears_report.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>

namespace saldo::cli {

void register_arrears_list(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "arrears", context), "list", context);
    const auto filter = std::make_shared<app::Case_filter>();
    made.add_option("--landlord", filter->landlord, texts("help.arrears.list.landlord"))
        ->type_name(texts("type.name"));
    auto* const all = made.add_flag("--all", filter->with_closed, texts("help.arrears.list.all"));
    made.add_flag("--due", filter->only_due, texts("help.arrears.list.due"))->excludes(all);
    on_call(made, context, [filter, &context] {
        const Date on = context.options.as_of;
        return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                    return Result<render::Report>(
                                        cases_report(app::arrears_cases(work, *filter, on), on));
                                }));
    });
}

} // namespace saldo::cli
