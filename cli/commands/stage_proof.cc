#include "cli/commands/commands.hpp"
#include "cli/stage_options.hpp"
#include "dossier/blank.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Shown {
    std::string dossier;
    dossier::Payment_proof proof = dossier::blank<dossier::Payment_proof>();
    std::optional<Date> seen;
    bool not_paid = false;
};

} // namespace

void register_stage_proof(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "stage", context), "proof", context);
    const auto shown = std::make_shared<Shown>();
    add_dossier(made, shown->dossier, context);
    made.add_option(texts("type.line"), shown->proof.line, texts("help.stage.proof.line"))
        ->required();
    add_date(made, "--due", texts("help.stage.proof.due"), context, [shown](Date day) {
        shown->proof.due = day;
    }).required();
    add_date(made, "--on", texts("help.stage.proof.on"), context,
             [shown](Date day) { shown->seen = day; });
    made.add_flag("--not-paid", shown->not_paid, texts("help.stage.proof.not_paid"));
    made.add_option("--document", shown->proof.document, texts("help.stage.document"))
        ->type_name(texts("type.file"));
    on_call(made, context, [shown, &context] {
        shown->proof.seen = shown->seen.value_or(context.options.as_of);
        shown->proof.paid = !shown->not_paid;
        return change_stage(context, shown->proof.document, [&](app::Desk& desk) {
            return app::show_payment(desk, shown->dossier, shown->proof);
        });
    });
}

} // namespace saldo::cli
