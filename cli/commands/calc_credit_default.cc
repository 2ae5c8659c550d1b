#include "cli/calculation.hpp"
#include "cli/commands/calculators.hpp"
#include "law/consumer_credit.hpp"

namespace saldo::cli {

namespace {

render::Report report_of_default(const law::Credit_default& answer) {
    using namespace render;
    const std::string reason(name_in(law::default_reason_names, answer.reason));
    return {.facts = {{"triggered", answer.triggered},
                      {"reason", Term{"default_reason", reason}},
                      {"triggered_from", filled(answer.triggered_from)}},
            .tables = {step_table(answer.steps)},
            .parts = {}};
}

} // namespace

void register_calc_credit_default(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = calculation(root, "credit-default", context);
    const auto request = std::make_shared<law::Credit_default_request>(law::Credit_default_request{
        Money::zero(), Money::zero(), 0, {}, context.options.as_of, {}});
    add_amount(made, "--total-payable", texts("help.calc.total_payable"), context,
               [request](Money amount) { request->total_payable = amount; })
        .required();
    add_amount(made, "--arrears", texts("help.calc.arrears"), context, [request](Money amount) {
        request->arrears = amount;
    }).required();
    made.add_option("--missed", request->missed, texts("help.calc.missed"))
        ->type_name(texts("type.number"))
        ->required();
    const auto notice = add_day(made, "notice", context);
    const auto on = add_day(made, "on", context);
    const auto contract = add_day(made, "contract", context);
    on_calculation(made, context, [=, &context](const law::Figures& figures) {
        request->notice = *notice;
        request->on = day_or_today(on, context);
        request->contract = *contract;
        return answer_calculation(context, law::credit_default(figures, *request),
                                  report_of_default);
    });
}

} // namespace saldo::cli
