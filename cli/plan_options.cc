#include "cli/plan_options.hpp"

namespace saldo::cli {

namespace {

constexpr int days_max = 999;

} // namespace

std::shared_ptr<Named_plan> add_named_plan(CLI::App& command, const Context& context) {
    const i18n::Texts& texts = context.texts;
    auto plan = std::make_shared<Named_plan>();
    command.add_option("--dossier", plan->dossier, texts("help.plan.dossier"))
        ->type_name(texts("type.dossier"))
        ->required();
    command.add_option(texts("type.plan"), plan->plan, texts("help.plan.plan"))->required();
    return plan;
}

std::shared_ptr<Stated_view> add_view(CLI::App& command, const Context& context) {
    const i18n::Texts& texts = context.texts;
    auto view = std::make_shared<Stated_view>();
    add_date(command, "--on", texts("help.plan.on"), context,
             [view](Date date) { view->on = date; });
    command.add_option("--grace", view->grace_days, texts("help.plan.grace"))
        ->type_name(texts("type.days"))
        ->check(CLI::Range(0, days_max));
    command.add_option("--answer-days", view->answer_days, texts("help.plan.answer_days"))
        ->type_name(texts("type.days"))
        ->check(CLI::Range(0, days_max));
    return view;
}

plans::View view_of(const Stated_view& view, const Context& context) {
    return {view.on.value_or(context.options.as_of), view.grace_days, view.answer_days};
}

} // namespace saldo::cli
