#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/claim_report.hpp"
#include "cli/commands/commands.hpp"
#include "dossier/names.hpp"

namespace saldo::cli {

void register_claim_state(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "claim", context), "state", context);
    const auto request = std::make_shared<app::Status_request>();
    made.add_option(texts("type.claim"), request->claim, texts("help.claim.claim"))->required();
    add_word<dossier::Claim_status>(
        made, texts("type.claim_status"), texts("help.claim.state.status"),
        dossier::Names<dossier::Claim_status>::all, context,
        [request](dossier::Claim_status status) { request->status = status; })
        .required();
    made.add_option("--dossier", request->dossier, texts("help.claim.dossier"))
        ->type_name(texts("type.dossier"))
        ->required();
    made.add_option("--reason", request->reason, texts("help.claim.state.reason"))
        ->type_name(texts("type.text"));
    on_book_calculation(made, context, [request, &context](const law::Figures& figures) {
        const auto changed = change_book(context, [&](app::Desk& desk) {
            return app::set_claim_status(desk, figures, *request);
        });
        return changed
                   ? answer_with_findings(context,
                                          report_of(std::vector{*changed}, context.options.as_of),
                                          {}, Finding_place::id)
                   : context.refuse(changed.error());
    });
}

} // namespace saldo::cli
