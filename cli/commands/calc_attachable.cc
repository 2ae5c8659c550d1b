#include "cli/calculation.hpp"
#include "cli/commands/calculators.hpp"
#include "cli/income_options.hpp"

namespace saldo::cli {

void register_calc_attachable(CLI::App& root, Context& context) {
    CLI::App& made = calculation(root, "attachable", context);
    const auto request = std::make_shared<law::Attachable_request>(
        law::Attachable_request{{}, law::Income_kind::labour, 0, false, context.options.as_of});
    add_income(made, *request, context);
    made.add_flag("--maintenance", request->maintenance, context.texts("help.calc.maintenance"));
    const auto on = add_day(made, "on", context);
    on_calculation(made, context, [request, on, &context](const law::Figures& figures) {
        request->on = day_or_today(on, context);
        return answer_calculation(
            context, law::attachable(figures, *request), [](const law::Attachable& answer) {
                return render::Report{
                    .facts = {{"attachable", answer.attachable}, {"kept", answer.kept}},
                    .tables = {step_table(answer.steps)},
                    .parts = {}};
            });
    });
}

} // namespace saldo::cli
