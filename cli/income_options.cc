#include "cli/income_options.hpp"

namespace saldo::cli {

void add_income(CLI::App& command, law::Attachable_request& request, const Context& context) {
    const i18n::Texts& texts = context.texts;
    add_amounts(command, "--income", texts("help.calc.income"), context, [&](Money amount) {
        request.incomes.push_back(amount);
    }).required();
    add_word<law::Income_kind>(command, "--kind", texts("help.calc.kind"), law::income_kind_names,
                               context, [&](law::Income_kind kind) { request.kind = kind; })
        .required();
    command.add_option("--children", request.children, texts("help.calc.children"))
        ->type_name(texts("type.number"));
}

} // namespace saldo::cli
