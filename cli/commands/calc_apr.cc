#include "cli/calculation.hpp"
#include "cli/commands/calculators.hpp"
#include "cli/input.hpp"
#include "law/apr.hpp"
#include "money/scale.hpp"

namespace saldo::cli {

namespace {

using namespace render;

Table apr_steps(const std::vector<law::Apr_step>& steps) {
    Table table{"steps", {{"years"}, {"amount"}, {"value_at_begin"}}, {}, not_in_csv};
    for (const law::Apr_step& step : steps) {
        table.rows.push_back({{Decimal{money::shown({Money::cents(100), {step.years}})},
                               step.amount, Decimal{step.value}}});
    }
    return table;
}

Report report_of_apr(const law::Apr& answer) {
    const auto& limit = answer.limit;
    return {.facts = {{"apr_percent", Decimal{answer.percent}},
                      {"apr_rounded", Decimal{answer.rounded}},
                      {"maximum_percent",
                       limit ? Cell(Decimal{limit->maximum_percent}) : Cell(Absent{})},
                      {"maximum_article", limit ? Cell(Text{limit->article}) : Cell(Absent{})},
                      {"within_maximum", limit ? Cell(limit->is_within) : Cell(Absent{})}},
            .tables = {apr_steps(answer.steps)},
            .parts = {}};
}

Exit answer_apr(const law::Figures& figures,
                const std::string& file,
                law::Apr_request request,
                const Context& context) {
    const auto text = read_file(file);
    if (!text) {
        return context.refuse(text.error(), Exit::unreadable);
    }
    auto flows = law::read_flows(*text);
    if (!flows) {
        return context.refuse(flows.error().in_file(file));
    }
    request.flows = *std::move(flows);
    return answer_calculation(context, law::apr(figures, request), report_of_apr);
}

} // namespace

void register_calc_apr(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = calculation(root, "apr", context);
    const auto request = std::make_shared<law::Apr_request>(
        law::Apr_request{{}, law::Intervals::calendar, {}, {}, context.options.as_of});
    const auto file = std::make_shared<std::string>();
    made.add_option("--from", *file, texts("help.calc.flows"))
        ->type_name(texts("type.file"))
        ->required();
    add_word<law::Intervals>(
        made, "--intervals", texts("help.calc.intervals"), law::intervals_names, context,
        [request](law::Intervals intervals) { request->intervals = intervals; });
    add_word<law::Credit_kind>(made, "--kind", texts("help.calc.credit_kind"),
                               law::credit_kind_names, context,
                               [request](law::Credit_kind kind) { request->kind = kind; });
    add_amount(made, "--credit", texts("help.calc.credit"), context,
               [request](Money amount) { request->credit = amount; });
    const auto contract = add_day(made, "contract", context);
    on_calculation(made, context, [=, &context](const law::Figures& figures) {
        request->contract = day_or_today(contract, context);
        return answer_apr(figures, *file, *request, context);
    });
}

} // namespace saldo::cli
