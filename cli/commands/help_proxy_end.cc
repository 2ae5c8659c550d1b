#include "cli/book.hpp"
#include "cli/commands/commands.hpp"
#include "cli/help_report.hpp"
#include "cli/paper_options.hpp"

namespace saldo::cli {

void register_help_proxy_end(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "help", context), "proxy-end", context);
    const auto dossier = std::make_shared<std::string>();
    const auto last = std::make_shared<std::optional<Date>>();
    made.add_option(texts("type.dossier"), *dossier, texts("help.help.dossier"))->required();
    const auto kind = add_form(made, context);
    add_date(made, "--on", texts("help.help.proxy-end.on"), context,
             [last](Date date) { *last = date; });
    on_call(made, context, [dossier, kind, last, &context] {
        return answer_forms(context, change_book(context, [&](app::Desk& desk) {
                                return app::end_proxy(desk, *dossier, *kind,
                                                      last->value_or(context.options.as_of));
                            }));
    });
}

} // namespace saldo::cli
