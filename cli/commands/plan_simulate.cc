#include "app/draft_plan.hpp"
#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/codes.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"
#include "cli/plan_report.hpp"
#include "cli/staged_file.hpp"
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
    std::string dossier;     ///< whose claims are to be paid, instead of files
    std::optional<Date> start;
    std::optional<Money> monthly;
    std::string save; ///< file for the plan that was made of the claims
};

/// A document of a plan.
struct Source {
    std::string name; ///< of its file or dossier
    std::string bytes;
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
        return context.refuse(Refusal(
            Finding{plans::creditor_unknown,
                    Severity::error,
                    {request.files.empty() ? request.dossier : request.files.front(), 0, {}},
                    {{"stated", request.certificate}}}));
    }
    context.answer(certificate_of(only, static_cast<std::size_t>(found - creditors.begin())));
    return Exit::done;
}

/// The files of the request. What cannot be read is told.
Exit read_sources(const Context& context,
                  const Plan_request& request,
                  std::vector<Source>& sources) {
    Exit exit = Exit::done;
    for (const std::string& file : request.files) {
        const auto bytes = read_file(file);
        if (bytes) {
            sources.push_back({file, *bytes});
        } else {
            exit = gravest(exit, context.refuse(bytes.error(), Exit::unreadable));
        }
    }
    return exit;
}

/// The plan of the claims of a dossier, which is saved where that was asked.
Exit draft_source(const Context& context,
                  const Plan_request& request,
                  const law::Figures& figures,
                  std::vector<Source>& sources) {
    const app::Draft_request wanted{request.dossier, *request.start, *request.monthly};
    auto draft = ask_book(
        context, [&](app::Unit_of_work& work) { return app::draft_plan(work, figures, wanted); });
    if (!draft) {
        return context.refuse(draft.error());
    }
    context.say(draft->findings);
    if (!request.save.empty()) {
        auto staged = Staged_file::stage(request.save, draft->text);
        if (!staged) {
            return context.refuse(staged.error());
        }
        staged->release();
    }
    sources.push_back({request.dossier, std::move(draft->text)});
    return Exit::done;
}

Exit simulate_all(const Context& context,
                  const Plan_request& request,
                  const law::Figures& figures) {
    std::vector<Source> sources;
    Exit exit = request.dossier.empty() ? read_sources(context, request, sources)
                                        : draft_source(context, request, figures, sources);
    std::vector<Simulated_plan> simulated;
    for (const Source& source : sources) {
        const auto all = plans_of(source.bytes, request.strategies);
        if (!all) {
            exit = gravest(exit, context.refuse(all.error().in_file(source.name)));
            continue;
        }
        for (const Plan& plan : *all) {
            simulated.push_back({plan.name.empty() ? source.name : plan.name, plan,
                                 simulate(plans::with_legal_rates(plan, figures))});
            if (has_errors(simulated.back().schedule.findings)) {
                exit = gravest(exit, Exit::refused);
            }
            tell(context, source.name, simulated.back().schedule.findings);
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

/// A plan of claims instead of files.
void add_claims(CLI::App& made, Plan_request& request, const Context& context, CLI::Option& from) {
    const i18n::Texts& texts = context.texts;
    CLI::Option* dossier =
        made.add_option("--dossier", request.dossier, texts("help.plan.simulate.dossier"))
            ->type_name(texts("type.dossier"))
            ->excludes(&from);
    CLI::Option& start = add_date(made, "--start", texts("help.plan.simulate.start"), context,
                                  [&request](Date date) { request.start = date; });
    CLI::Option& monthly =
        add_amount(made, "--monthly", texts("help.plan.simulate.monthly"), context,
                   [&request](Money amount) { request.monthly = amount; });
    made.add_option("--save", request.save, texts("help.plan.simulate.save"))
        ->type_name(texts("type.file"))
        ->needs(dossier);
    dossier->needs(&start)->needs(&monthly);
    start.needs(dossier);
    monthly.needs(dossier);
}

} // namespace

void register_plan_simulate(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "plan", context), "simulate", context);
    const auto request = std::make_shared<Plan_request>();
    CLI::Option* from = made.add_option("--from", request->files, texts("help.plan.simulate.from"))
                            ->type_name(texts("type.file"));
    add_claims(made, *request, context, *from);
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
    const auto simulate = [request, &context](const law::Figures& figures) {
        if (request->files.empty() && request->dossier.empty()) {
            return context.refuse(Refusal(Finding{plan_source_missing, Severity::error, {}, {}}),
                                  Exit::usage);
        }
        return simulate_all(context, *request, figures);
    };
    on_book_calculation(made, context, simulate, [request] { return request->dossier.empty(); });
}

} // namespace saldo::cli
