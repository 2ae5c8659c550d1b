#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/closing_report.hpp"
#include "cli/commands/commands.hpp"
#include "dossier/names.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Wanted_check {
    std::string dossier; ///< empty: the list of those that are due
    std::optional<dossier::Aftercare_outcome> outcome;
    std::string note;
};

Exit keep(const Context& context, const Wanted_check& wanted) {
    const auto answer = change_book(context, [&](app::Desk& desk) {
        return app::check_aftercare(desk, wanted.dossier, *wanted.outcome, wanted.note);
    });
    if (!answer) {
        return context.refuse(answer.error());
    }
    return answer_with_findings(
        context,
        {.facts = {{"dossier", render::Text{wanted.dossier}},
                   {"aftercare_outcome",
                    render::Term{"aftercare_outcome",
                                 std::string(dossier::name(answer->check.outcome))}},
                   {"date", answer->check.date},
                   {"user", render::Text{answer->check.user}}},
         .tables = {},
         .parts = {}},
        answer->findings, Finding_place::id);
}

Exit list(const Context& context) {
    return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                return Result<render::Report>(
                                    report_of(app::aftercare_dues(work, context.options.as_of)));
                            }));
}

} // namespace

void register_dossier_aftercare(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "dossier", context), "aftercare", context);
    const auto wanted = std::make_shared<Wanted_check>();
    const auto due = std::make_shared<bool>(false);
    CLI::Option* const dossier = made.add_option(texts("type.number"), wanted->dossier,
                                                 texts("help.dossier.aftercare.number"));
    CLI::Option& outcome = add_word<dossier::Aftercare_outcome>(
        made, "--outcome", texts("help.dossier.aftercare.outcome"),
        dossier::Names<dossier::Aftercare_outcome>::all, context,
        [wanted](dossier::Aftercare_outcome stated) { wanted->outcome = stated; });
    outcome.needs(dossier);
    dossier->needs(&outcome);
    made.add_option("--note", wanted->note, texts("help.dossier.aftercare.note"))
        ->type_name(texts("type.text"))
        ->needs(&outcome);
    made.add_flag("--due", *due, texts("help.dossier.aftercare.due"))->excludes(&outcome);
    on_call(made, context, [wanted, due, &context] { // the flag writes there
        return wanted->outcome ? keep(context, *wanted) : list(context);
    });
}

} // namespace saldo::cli
