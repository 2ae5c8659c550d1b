#include "cli/book.hpp"
#include "cli/commands/commands.hpp"
#include "cli/help_report.hpp"
#include "cli/paper_options.hpp"
#include "dossier/blank.hpp"
#include "dossier/names.hpp"

namespace saldo::cli {

namespace {

struct Wanted_stop {
    std::string dossier;
    std::shared_ptr<dossier::Mandate_kind> kind;
    std::optional<Date> on;
    dossier::Mandate_end end = dossier::blank<dossier::Mandate_end>();
};

} // namespace

void register_help_stop(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "help", context), "stop", context);
    const auto wanted = std::make_shared<Wanted_stop>();
    made.add_option(texts("type.dossier"), wanted->dossier, texts("help.help.dossier"))->required();
    wanted->kind = add_form(made, context);
    add_word<dossier::Help_stop>(
        made, "--reason", texts("help.help.stop.reason"), dossier::Names<dossier::Help_stop>::all,
        context, [wanted](dossier::Help_stop reason) { wanted->end.reason = reason; })
        .required();
    add_date(made, "--on", texts("help.help.stop.on"), context,
             [wanted](Date date) { wanted->on = date; });
    made.add_option("--note", wanted->end.note, texts("help.help.stop.note"))
        ->type_name(texts("type.text"));
    on_call(made, context, [wanted, &context] {
        dossier::Mandate_end end = wanted->end;
        end.date = wanted->on.value_or(context.options.as_of);
        return answer_forms(context, change_book(context, [&](app::Desk& desk) {
                                return app::stop_help(desk, wanted->dossier, *wanted->kind, end);
                            }));
    });
}

} // namespace saldo::cli
