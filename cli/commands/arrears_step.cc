#include "cli/arrears_report.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>

namespace saldo::cli {

void register_arrears_step(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "arrears", context), "step", context);
    const auto request = std::make_shared<app::Step_request>();
    made.add_option(texts("type.case"), request->number, texts("help.arrears.case"))->required();
    made.add_option(texts("type.step"), request->step, texts("help.arrears.step.step"))->required();
    made.add_option("--note", request->note, texts("help.arrears.step.note"))
        ->type_name(texts("type.text"));
    add_date(made, "--on", texts("help.arrears.step.on"), context,
             [request](Date day) { request->date = day; });
    on_call(made, context, [request, &context] {
        return answer_or_refuse(
            context, change_book(context, [&](app::Desk& desk) {
                return app::do_step(desk, *request).map([&](const app::Case_row& row) {
                    return case_report(row, context.options.as_of);
                });
            }));
    });
}

} // namespace saldo::cli
