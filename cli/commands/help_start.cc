#include "cli/book.hpp"
#include "cli/commands/commands.hpp"
#include "cli/help_report.hpp"
#include "cli/paper_options.hpp"
#include "dossier/blank.hpp"
#include "dossier/names.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Wanted_form {
    std::string dossier;
    dossier::Mandate mandate = dossier::blank<dossier::Mandate>();
    Date from = Date::from_days(0);
    std::optional<Date> until;
    std::shared_ptr<dossier::Mandate_kind> kind;
    std::shared_ptr<Named_papers> papers;
};

Exit start(const Context& context, const Wanted_form& wanted) {
    const auto papers = papers_of(*wanted.papers, context);
    if (!papers) {
        return context.refuse(papers.error(), Exit::unreadable);
    }
    const auto period = calendar::Date_range::through(wanted.from, wanted.until);
    if (!period) {
        return context.refuse(period.error());
    }
    dossier::Mandate mandate = wanted.mandate;
    mandate.kind = *wanted.kind;
    mandate.period = *period;
    mandate.agreement = papers->agreement;
    mandate.proxy = papers->proxy;
    return answer_forms(context, change_book(context, [&](app::Desk& desk) {
                            return app::start_help(desk, wanted.dossier, std::move(mandate));
                        }));
}

} // namespace

void register_help_start(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "help", context), "start", context);
    const auto wanted = std::make_shared<Wanted_form>();
    dossier::Mandate& mandate = wanted->mandate;
    made.add_option(texts("type.dossier"), wanted->dossier, texts("help.help.dossier"))->required();
    wanted->kind = add_form(made, context);
    made.add_option("--decision", mandate.decision, texts("help.help.start.decision"))
        ->type_name(texts("type.text"))
        ->required();
    add_date(made, "--decided", texts("help.help.start.decided"), context, [&mandate](Date date) {
        mandate.decided = date;
    }).required();
    add_date(made, "--from", texts("help.help.start.from"), context, [wanted](Date date) {
        wanted->from = date;
    }).required();
    add_date(made, "--until", texts("help.help.start.until"), context,
             [wanted](Date date) { wanted->until = date; });
    add_word<dossier::Mediator>(
        made, "--mediator", texts("help.help.start.mediator"),
        dossier::Names<dossier::Mediator>::all, context,
        [&mandate](dossier::Mediator mediator) { mandate.mediator = mediator; });
    wanted->papers = add_papers(made, context);
    on_call(made, context, [wanted, &context] { return start(context, *wanted); });
}

} // namespace saldo::cli
