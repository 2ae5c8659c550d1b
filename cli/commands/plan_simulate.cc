#include "cli/calculation.hpp"
#include "cli/codes.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"
#include "cli/plan_report.hpp"
#include "plans/codes.hpp"
#include "plans/legal_rates.hpp"
#include "plans/plan_document.hpp"
#include "plans/simulate.hpp"

#include <algorithm>
#include <memory>

namespace saldo::cli {

namespace {

using plans::Plan;
using plans::Strategy;

struct Plan_request {
    std::vector<std::string> files;
    std::vector<Strategy> strategies; ///< instead of that of the files
    bool compare = false;
    std::string certificate; ///< id of a creditor
};

Strategy strategy_named(const std::string& text, const Context& context) {
    const auto strategy = plans::strategy_from(text);
    if (!strategy) {
        const auto finding = Finding{unknown_strategy, Severity::error, {}, {{"stated", text}}};
        throw wrong_value("--strategy", Refusal(finding), context);
    }
    return *strategy;
}

/// The same debts and money under another rule; classes are of a mixed plan only.
Result<Plan> with_strategy(Plan plan, Strategy strategy) {
    plan.strategy = strategy;
    if (strategy != Strategy::mixed) {
        plan.classes.clear();
    }
    if (Findings faults = plans::check(plan); !faults.empty()) {
        return saldo::refuse(Refusal(std::move(faults)));
    }
    return plan;
}

/// The plans of a file: its own, or one for each strategy that was asked for.
Result<std::vector<Plan>> plans_of(const std::string& bytes,
                                   const std::vector<Strategy>& strategies) {
    const Result<Plan> read = plans::read_plan(bytes);
    if (!read) {
        return saldo::refuse(read.error());
    }
    std::vector<Plan> all;
    for (const Strategy strategy : strategies) {
        auto plan = with_strategy(*read, strategy);
        if (!plan) {
            return saldo::refuse(plan.error());
        }
        all.push_back(*std::move(plan));
    }
    if (strategies.empty()) {
        all.push_back(*read);
    }
    return all;
}

void tell(const Context& context, const std::string& file, Findings findings) {
    for (Finding& finding : findings) {
        finding.where.file = file;
    }
    context.say(findings);
}

Exit answer(const Context& context,
            const Plan_request& request,
            const std::vector<Simulated_plan>& simulated) {
    if (request.compare) {
        context.answer(report_of(simulated));
        return Exit::done;
    }
    const Simulated_plan& only = simulated.front();
    if (request.certificate.empty()) {
        context.answer(report_of(only, i18n::Texts(i18n::Language::en)));
        return Exit::done;
    }
    const auto& creditors = only.schedule.creditors;
    const auto found =
        std::ranges::find(creditors, request.certificate, &plans::Result_of_creditor::id);
    if (found == creditors.end()) {
        return context.refuse(Refusal(Finding{plans::creditor_unknown,
                                              Severity::error,
                                              {request.files.front(), 0, {}},
                                              {{"stated", request.certificate}}}));
    }
    context.answer(certificate_of(only, static_cast<std::size_t>(found - creditors.begin())));
    return Exit::done;
}

Exit simulate_all(const Context& context,
                  const Plan_request& request,
                  const law::Figures& figures) {
    std::vector<Simulated_plan> simulated;
    Exit exit = Exit::done;
    for (const std::string& file : request.files) {
        const auto bytes = read_file(file);
        if (!bytes) {
            exit = gravest(exit, context.refuse(bytes.error(), Exit::unreadable));
            continue;
        }
        const auto all = plans_of(*bytes, request.strategies);
        if (!all) {
            exit = gravest(exit, context.refuse(all.error().in_file(file)));
            continue;
        }
        for (const Plan& plan : *all) {
            simulated.push_back({plan.name.empty() ? file : plan.name, plan,
                                 simulate(plans::with_legal_rates(plan, figures))});
            if (has_errors(simulated.back().schedule.findings)) {
                exit = gravest(exit, Exit::refused);
            }
            tell(context, file, simulated.back().schedule.findings);
        }
    }
    if (exit != Exit::done) {
        return exit;
    }
    if (!request.compare && simulated.size() > 1) {
        return context.refuse(Refusal(Finding{several_plans, Severity::error, {}, {}}),
                              Exit::usage);
    }
    return answer(context, request, simulated);
}

} // namespace

void register_plan_simulate(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "plan", context), "simulate", context);
    const auto request = std::make_shared<Plan_request>();
    made.add_option("--from", request->files, texts("help.plan.simulate.from"))
        ->type_name(texts("type.file"))
        ->required();
    made.add_option_function<std::vector<std::string>>(
            "--strategy",
            [request, &context](const std::vector<std::string>& names) {
                for (const std::string& each : names) {
                    request->strategies.push_back(strategy_named(each, context));
                }
            },
            texts("help.plan.simulate.strategy"))
        ->type_name(texts("type.strategy"));
    CLI::Option* compare =
        made.add_flag("--compare", request->compare, texts("help.plan.simulate.compare"));
    made.add_option("--certificate", request->certificate, texts("help.plan.simulate.certificate"))
        ->type_name(texts("type.creditor"))
        ->excludes(compare);
    on_calculation(made, context, [request, &context](const law::Figures& figures) {
        return simulate_all(context, *request, figures);
    });
}

} // namespace saldo::cli
