#include "cli/calculation.hpp"
#include "cli/commands/calculators.hpp"
#include "law/consumer_credit.hpp"

namespace saldo::cli {

namespace {

render::Report report_of_claim(const law::Credit_claim& answer) {
    return {.facts = {{"penalty", answer.penalty},
                      {"late_interest", answer.late_interest},
                      {"total", answer.total}},
            .tables = {step_table(answer.steps)},
            .parts = {}};
}

} // namespace

void register_calc_credit_claim(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = calculation(root, "credit-claim", context);
    const auto request = std::make_shared<law::Credit_claim_request>(law::Credit_claim_request{
        Money::zero(), Money::zero(), money::Rate::of(0, 1), 0, context.options.as_of});
    add_amount(made, "--balance", texts("help.calc.credit_balance"), context,
               [request](Money amount) { request->balance = amount; })
        .required();
    add_amount(made, "--cost-due", texts("help.calc.cost_due"), context,
               [request](Money amount) { request->cost_due = amount; });
    add_rate(made, "--rate", texts("help.calc.debit_rate"), context, [request](money::Rate rate) {
        request->rate = rate;
    }).required();
    made.add_option("--days", request->days, texts("help.calc.days"))
        ->type_name(texts("type.number"))
        ->required();
    const auto contract = add_day(made, "contract", context);
    on_calculation(made, context, [=, &context](const law::Figures& figures) {
        request->contract = day_or_today(contract, context);
        return answer_calculation(context, law::credit_claim(figures, *request), report_of_claim);
    });
}

} // namespace saldo::cli
