#include "cli/book.hpp"
#include "cli/closing_report.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "dossier/names.hpp"

#include <memory>

namespace saldo::cli {

void register_dossier_close(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "dossier", context), "close", context);
    const auto request = std::make_shared<app::Closing_request>();
    made.add_option(texts("type.number"), request->dossier, texts("help.dossier.number"))
        ->required();
    add_word<dossier::Help_stop>(made, "--reason", texts("help.dossier.close.reason"),
                                 dossier::Names<dossier::Help_stop>::all, context,
                                 [request](dossier::Help_stop reason) { request->reason = reason; })
        .required();
    add_date(made, "--aftercare", texts("help.dossier.close.aftercare"), context,
             [request](Date date) { request->aftercare = date; });
    made.add_option("--note", request->note, texts("help.dossier.close.note"))
        ->type_name(texts("type.text"));
    on_call(made, context, [request, &context] {
        return answer_closing(context, change_book(context, [&](app::Desk& desk) {
                                  return app::close_dossier(desk, *request);
                              }));
    });
}

} // namespace saldo::cli
