#include "cli/calculation.hpp"
#include "cli/commands/calculators.hpp"
#include "law/living_money.hpp"

namespace saldo::cli {

void register_calc_leefloon(CLI::App& root, Context& context) {
    CLI::App& made = calculation(root, "leefloon", context);
    const auto category = std::make_shared<law::Leefloon_category>();
    add_word<law::Leefloon_category>(
        made, "--category", context.texts("help.calc.category"), law::leefloon_category_names,
        context, [category](law::Leefloon_category stated) { *category = stated; })
        .required();
    const auto on = add_day(made, "on", context);
    on_calculation(made, context, [category, on, &context](const law::Figures& figures) {
        const auto answer = law::leefloon(figures, *category, day_or_today(on, context));
        return answer_calculation(context, answer, [&](const law::Leefloon& found) {
            const std::string word(name_in(law::leefloon_category_names, *category));
            return render::Report{
                .facts = {{"category", render::Text{word}}, {"amount", found.amount}},
                .tables = {step_table(found.steps)},
                .parts = {}};
        });
    });
}

} // namespace saldo::cli
