#include "cli/adopted_plan_report.hpp"
#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/plan_options.hpp"
#include "dossier/blank.hpp"
#include "dossier/names.hpp"

#include <memory>

namespace saldo::cli {

namespace {

Exit answer(const Context& context, const app::Answer_request& request) {
    const Date on = context.options.as_of;
    return answer_or_refuse(
        context, change_book(context, [&](app::Desk& desk) {
            return app::answer_plan(desk, request).map([&](const app::Plan_row& row) {
                return plan_show_report(row, on, i18n::Texts(i18n::Language::en));
            });
        }));
}

} // namespace

void register_plan_answer(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "plan", context), "answer", context);
    const auto plan = add_named_plan(made, context);
    const auto given =
        std::make_shared<dossier::Plan_answer>(dossier::blank<dossier::Plan_answer>());
    made.add_option(texts("type.creditor"), given->creditor, texts("help.plan.answer.creditor"))
        ->required();
    add_word<dossier::Plan_reply>(made, texts("type.answer"), texts("help.plan.answer.answer"),
                                  dossier::Names<dossier::Plan_reply>::all, context,
                                  [given](dossier::Plan_reply reply) { given->reply = reply; })
        .required();
    add_amount(made, "--amount", texts("help.plan.answer.amount"), context,
               [given](Money amount) { given->amount = amount; });
    made.add_option("--document", given->document, texts("help.plan.answer.document"))
        ->type_name(texts("type.sha256"));
    const auto on = std::make_shared<std::optional<Date>>();
    add_date(made, "--on", texts("help.plan.answer.on"), context, [on](Date date) { *on = date; });
    on_call(made, context, [plan, given, on, &context] {
        app::Answer_request request{plan->dossier, plan->plan, *given};
        request.answer.date = on->value_or(context.options.as_of);
        return answer(context, request);
    });
}

} // namespace saldo::cli
