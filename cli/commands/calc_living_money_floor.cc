#include "cli/calculation.hpp"
#include "cli/commands/calculators.hpp"
#include "cli/income_options.hpp"
#include "law/living_money.hpp"

namespace saldo::cli {

void register_calc_living_money_floor(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = calculation(root, "living-money-floor", context);
    const auto request = std::make_shared<law::Living_money_request>(law::Living_money_request{
        .income = {{}, law::Income_kind::labour, 0, false, context.options.as_of}});
    add_income(made, request->income, context);
    add_word<law::Leefloon_category>(
        made, "--category", texts("help.calc.category"), law::leefloon_category_names, context,
        [request](law::Leefloon_category stated) { request->category = stated; })
        .required();
    add_amount(made, "--family-allowances", texts("help.calc.family_allowances"), context,
               [request](Money amount) { request->family_allowances = amount; });
    const auto on = add_day(made, "on", context);
    on_calculation(made, context, [request, on, &context](const law::Figures& figures) {
        request->income.on = day_or_today(on, context);
        const auto answer = law::living_money_floors(figures, *request);
        return answer_calculation(context, answer, [](const law::Living_money_floors& floors) {
            return render::Report{
                .facts = {{"floor_a", floors.protected_part}, {"floor_b", floors.consented}},
                .tables = {step_table(floors.steps)},
                .parts = {}};
        });
    });
}

} // namespace saldo::cli
