#include "cli/book.hpp"
#include "cli/codes.hpp"
#include "cli/command.hpp"
#include "cli/commands/follow_up.hpp"
#include "cli/goal_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

constexpr std::size_t steps_max = 9'999;

/// A step to add, or the number of one that was done.
struct Step_request {
    std::string dossier;
    std::string goal;
    dossier::Goal_step step{.what = {}, .who = {}, .by = Date::from_days(0)};
    std::size_t done = 0;
    std::optional<Date> on;
};

Result<app::Goal_row> take_step(app::Desk& desk, const Step_request& request) {
    return request.done == 0
               ? app::add_goal_step(desk, request.dossier, request.goal, request.step)
               : app::finish_goal_step(desk, request.dossier, request.goal, request.done,
                                       request.on.value_or(desk.actor().as_of));
}

void add_step_options(CLI::App& made,
                      const std::shared_ptr<Step_request>& request,
                      const Context& context) {
    const i18n::Texts& texts = context.texts;
    made.add_option(texts("type.dossier"), request->dossier, texts("help.goal.dossier"))
        ->required();
    made.add_option(texts("type.goal"), request->goal, texts("help.goal.goal"))->required();
    auto* what = made.add_option("--what", request->step.what, texts("help.goal.step.what"))
                     ->type_name(texts("type.text"));
    auto* who = made.add_option("--who", request->step.who, texts("help.goal.step.who"))
                    ->type_name(texts("type.text"));
    auto& by = add_date(made, "--by", texts("help.goal.step.by"), context,
                        [request](Date date) { request->step.by = date; });
    auto* done = made.add_option("--done", request->done, texts("help.goal.step.done"))
                     ->type_name(texts("type.number"))
                     ->check(CLI::Range(std::size_t{1}, steps_max));
    add_date(made, "--on", texts("help.goal.step.on"), context, [request](Date date) {
        request->on = date;
    }).needs(done);
    what->needs(who)->needs(&by)->excludes(done);
    who->needs(what);
    by.needs(what);
}

} // namespace

void register_goal_step(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "goal", context), "step", context);
    const auto request = std::make_shared<Step_request>();
    add_step_options(made, request, context);
    on_call(made, context, [request, &context] {
        if (request->done == 0 && request->step.what.empty()) {
            const Finding finding{goal_step_missing, Severity::error, {}, {}};
            return context.refuse(Refusal(finding), Exit::usage);
        }
        return answer_or_refuse(
            context, change_book(context, [&](app::Desk& desk) {
                return take_step(desk, *request).map([&](const app::Goal_row& row) {
                    return goal_report({row}, context.options.as_of);
                });
            }));
    });
}

} // namespace saldo::cli
