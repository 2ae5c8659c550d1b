#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/claim_report.hpp"
#include "cli/commands/commands.hpp"

namespace saldo::cli {

namespace {

struct Wanted_claim {
    std::string dossier;
    std::string claim;
};

} // namespace

void register_claim_show(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "claim", context), "show", context);
    const auto wanted = std::make_shared<Wanted_claim>();
    made.add_option(texts("type.claim"), wanted->claim, texts("help.claim.claim"))->required();
    made.add_option("--dossier", wanted->dossier, texts("help.claim.dossier"))
        ->type_name(texts("type.dossier"))
        ->required();
    const auto stated = std::make_shared<std::optional<Date>>();
    add_date(made, "--on", texts("help.claim.on"), context, [stated](Date on) { *stated = on; });
    on_book_calculation(made, context, [wanted, stated, &context](const law::Figures& figures) {
        const Date on = day_or_today(stated, context);
        const auto claim = ask_book(context, [&](app::Unit_of_work& work) {
            return app::claim_on(work, figures, wanted->dossier, wanted->claim, on);
        });
        return claim
                   ? answer_with_findings(context, report_of(*claim, on), claim->account->findings)
                   : context.refuse(claim.error());
    });
}

} // namespace saldo::cli
