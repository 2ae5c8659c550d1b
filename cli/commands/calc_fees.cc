#include "cli/calculation.hpp"
#include "cli/commands/calculators.hpp"
#include "law/mediator_fees.hpp"

#include <iterator>

namespace saldo::cli {

namespace {

render::Report report_of_fees(const law::Mediator_fees& answer) {
    std::vector<law::Step> steps = answer.base_steps;
    std::ranges::copy(answer.follow_up_steps, std::back_inserter(steps));
    return {.facts = {{"base", answer.base},
                      {"yearly_follow_up", answer.yearly_follow_up},
                      {"levy", render::filled(answer.levy)}},
            .tables = {step_table(steps)},
            .parts = {}};
}

} // namespace

void register_calc_fees(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = calculation(root, "fees", context);
    const auto creditors = std::make_shared<std::int32_t>(0);
    made.add_option("--creditors", *creditors, texts("help.calc.creditors"))
        ->type_name(texts("type.number"))
        ->required();
    const auto on = add_day(made, "on", context);
    on_calculation(made, context, [=, &context](const law::Figures& figures) {
        return answer_calculation(
            context, law::mediator_fees(figures, *creditors, day_or_today(on, context)),
            report_of_fees);
    });
}

} // namespace saldo::cli
