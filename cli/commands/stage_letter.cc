#include "cli/commands/commands.hpp"
#include "cli/stage_options.hpp"
#include "dossier/blank.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Left {
    std::string dossier;
    dossier::Sent_letter letter = dossier::blank<dossier::Sent_letter>();
    std::optional<Date> on;
};

} // namespace

void register_stage_letter(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "stage", context), "letter", context);
    const auto left = std::make_shared<Left>();
    add_dossier(made, left->dossier, context);
    made.add_option(texts("type.letter"), left->letter.letter, texts("help.stage.letter.letter"))
        ->required();
    made.add_option("--line", left->letter.subject, texts("help.stage.letter.line"))
        ->type_name(texts("type.line"));
    add_date(made, "--on", texts("help.stage.letter.on"), context,
             [left](Date day) { left->on = day; });
    made.add_option("--document", left->letter.document, texts("help.stage.document"))
        ->type_name(texts("type.file"));
    on_call(made, context, [left, &context] {
        left->letter.sent = left->on.value_or(context.options.as_of);
        return change_stage(context, left->letter.document, [&](app::Desk& desk) {
            return app::send_letter(desk, left->dossier, left->letter);
        });
    });
}

} // namespace saldo::cli
