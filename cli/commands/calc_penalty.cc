#include "cli/calculation.hpp"
#include "cli/commands/calculators.hpp"
#include "law/consumer_penalty.hpp"

namespace saldo::cli {

void register_calc_penalty(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = calculation(root, "penalty", context);
    const auto request = std::make_shared<law::Penalty_request>(
        law::Penalty_request{Money::zero(), context.options.as_of, {}, {}});
    add_amount(made, "--balance", texts("help.calc.consumer_balance"), context,
               [request](Money amount) { request->balance = amount; })
        .required();
    const auto on = add_day(made, "on", context);
    const auto contract = add_day(made, "contract", context);
    const auto reminder = add_day(made, "reminder", context);
    const auto by = std::make_shared<law::Sent_by>(law::Sent_by::post);
    add_word<law::Sent_by>(made, "--by", texts("help.calc.sent_by"), law::sent_by_names, context,
                           [by](law::Sent_by stated) { *by = stated; });
    on_calculation(made, context, [=, &context](const law::Figures& figures) {
        request->on = day_or_today(on, context);
        request->contract = *contract;
        if (*reminder) {
            request->reminder = law::Reminder{**reminder, *by};
        }
        return answer_calculation(
            context, law::consumer_penalty(figures, *request), [](const law::Penalty& answer) {
                return render::Report{.facts = {{"penalty", answer.penalty},
                                                {"asked_from", render::filled(answer.asked_from)}},
                                      .tables = {step_table(answer.steps)},
                                      .parts = {}};
            });
    });
}

} // namespace saldo::cli
