#include "app/dismiss_signal.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/signal_options.hpp"

#include <memory>

namespace saldo::cli {

namespace {

using namespace render;

struct Dismiss_request {
    std::string id;
    std::string reason;
    std::shared_ptr<Signal_options> options;
};

/// schemas/json/signal_dismiss.schema.json
Report dismissed_report(const app::Signal_row& row) {
    const reconcile::Signal& signal = row.signal;
    return {.facts = {{"id", Text{short_id(row)}},
                      {"dossier", Text{row.dossier}},
                      {"date", signal.date},
                      {"code", Term{"code", std::string(name(signal.code))}},
                      {"dismissed_by", Text{row.dismissal->actor.user}},
                      {"dismissed_on", row.dismissal->actor.as_of},
                      {"dismissal_reason", Text{row.dismissal->reason}}},
            .tables = {},
            .parts = {}};
}

} // namespace

void register_signal_dismiss(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "signal", context), "dismiss", context);
    const auto request = std::make_shared<Dismiss_request>();
    made.add_option(texts("type.signal"), request->id, texts("help.signal.dismiss.signal"))
        ->required();
    made.add_option("--reason", request->reason, texts("help.match.reason"))
        ->type_name(texts("type.text"))
        ->required();
    request->options = add_signal_options(made, context);
    on_call(made, context, [request, &context] {
        return answer_or_refuse(context, change_book(context, [&](app::Desk& desk) {
                                             return app::dismiss_signal(
                                                 desk, {request->id, request->reason,
                                                        request_of(*request->options, context)});
                                         }).map(dismissed_report));
    });
}

} // namespace saldo::cli
