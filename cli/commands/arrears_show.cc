#include "cli/arrears_report.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>

namespace saldo::cli {

void register_arrears_show(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "arrears", context), "show", context);
    const auto number = std::make_shared<std::string>();
    made.add_option(texts("type.case"), *number, texts("help.arrears.case"))->required();
    on_call(made, context, [number, &context] {
        const Date on = context.options.as_of;
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) {
                return app::find_case(work, *number, on).map([&](const app::Case_row& row) {
                    return case_report(row, on);
                });
            }));
    });
}

} // namespace saldo::cli
