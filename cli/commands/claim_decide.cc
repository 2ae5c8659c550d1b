#include "app/claim_verdicts.hpp"
#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/claim_check_report.hpp"
#include "cli/commands/commands.hpp"
#include "dossier/names.hpp"

#include <memory>

namespace saldo::cli {

void register_claim_decide(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "claim", context), "decide", context);
    const auto request = std::make_shared<app::Decision_request>();
    made.add_option("--dossier", request->dossier, texts("help.claim.dossier"))
        ->type_name(texts("type.dossier"))
        ->required();
    made.add_option(texts("type.claim"), request->wanted.claim, texts("help.claim.claim"))
        ->required();
    add_word<dossier::Verdict_kind>(
        made, texts("type.verdict"), texts("help.claim.decide.verdict"),
        dossier::Names<dossier::Verdict_kind>::all, context,
        [request](dossier::Verdict_kind verdict) { request->wanted.verdict = verdict; })
        .required();
    add_amount(made, "--reduce-to", texts("help.claim.decide.reduce_to"), context,
               [request](Money amount) { request->wanted.reduce_to = amount; });
    made.add_option("--reason", request->wanted.reason, texts("help.claim.decide.reason"))
        ->type_name(texts("type.text"));
    on_book_calculation(made, context, [request, &context](const law::Figures& figures) {
        return answer_or_refuse(
            context, change_book(context, [&](app::Desk& desk) {
                return app::decide_claim(desk, figures, *request).map(decision_report);
            }));
    });
}

} // namespace saldo::cli
