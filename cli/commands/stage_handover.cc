#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/commands/commands.hpp"
#include "cli/stage_options.hpp"
#include "cli/stage_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

Exit hand_over(const Context& context, app::Handover_request request) {
    if (const auto digested = digest_document(request.document); !digested) {
        return context.refuse(digested.error(), Exit::unreadable);
    }
    const auto changed =
        change_book(context, [&](app::Desk& desk) { return app::hand_over(desk, request); });
    return changed ? answer_with_findings(context, stage_report(changed->sheet), changed->findings,
                                          Finding_place::id)
                   : context.refuse(changed.error());
}

} // namespace

void register_stage_handover(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "stage", context), "handover", context);
    const auto request = std::make_shared<app::Handover_request>();
    add_dossier(made, request->dossier, context);
    made.add_option(texts("type.line"), request->lines, texts("help.stage.handover.lines"));
    made.add_flag("--all-of-stage", request->all_of_rung, texts("help.stage.handover.all"));
    made.add_flag("--gives-amount", request->gives_amount, texts("help.stage.handover.amount"));
    add_amount(made, "--gives", texts("help.stage.handover.gives"), context,
               [request](Money amount) { request->gives = amount; });
    made.add_option("--with", request->living_money, texts("help.stage.handover.with"))
        ->type_name(texts("type.name"));
    add_from(made, request->from, context);
    add_grounds(made, *request, context);
    on_call(made, context, [request, &context] { return hand_over(context, *request); });
}

} // namespace saldo::cli
