#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/commands/commands.hpp"
#include "cli/stage_options.hpp"
#include "cli/stage_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

Exit take_back(const Context& context, app::Takeback_request request) {
    if (const auto digested = digest_document(request.document); !digested) {
        return context.refuse(digested.error(), Exit::unreadable);
    }
    const auto changed =
        change_book(context, [&](app::Desk& desk) { return app::take_back(desk, request); });
    return changed ? answer_with_findings(context, stage_report(changed->sheet), changed->findings,
                                          Finding_place::id)
                   : context.refuse(changed.error());
}

} // namespace

void register_stage_takeback(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "stage", context), "takeback", context);
    const auto request = std::make_shared<app::Takeback_request>();
    add_dossier(made, request->dossier, context);
    made.add_option(texts("type.line"), request->lines, texts("help.stage.takeback.lines"));
    made.add_flag("--agreed", request->agreed, texts("help.stage.takeback.agreed"));
    made.add_flag("--missed", request->missed, texts("help.stage.takeback.missed"));
    add_from(made, request->from, context);
    add_grounds(made, *request, context);
    on_call(made, context, [request, &context] { return take_back(context, *request); });
}

} // namespace saldo::cli
