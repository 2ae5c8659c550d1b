#include "cli/calculation.hpp"
#include "cli/commands/calculators.hpp"
#include "law/mediator_fees.hpp"

namespace saldo::cli {

namespace {

render::Report report_of_levies(const law::Levies& answer) {
    using namespace render;
    Table table{"levies", {{"due_from"}, {"amount"}}, {}};
    for (const law::Levy& levy : answer.levies) {
        table.rows.push_back({{levy.due_from, filled(levy.amount)}});
    }
    return {.facts = {{"levy_count", Count{static_cast<std::int64_t>(answer.levies.size())},
                       not_in_csv},
                      {"total", filled(answer.total), not_in_csv}},
            .tables = {std::move(table)},
            .parts = {}};
}

} // namespace

void register_calc_levies(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = calculation(root, "levies", context);
    const auto request =
        std::make_shared<law::Levies_request>(law::Levies_request{context.options.as_of, 0});
    add_date(made, "--admissibility", texts("help.calc.admissibility"), context,
             [request](Date date) { request->admissibility = date; })
        .required();
    made.add_option("--years", request->years, texts("help.calc.plan_years"))
        ->type_name(texts("type.number"))
        ->required();
    on_calculation(made, context, [request, &context](const law::Figures& figures) {
        return answer_calculation(context, law::levies(figures, *request), report_of_levies);
    });
}

} // namespace saldo::cli
