#include "app/import_dossiers.hpp"
#include "app/import_statements.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"

#include <memory>

namespace saldo::cli {

namespace {

render::Report imported_report(const std::vector<app::Imported_dossier>& imported) {
    render::Table table{"dossiers", {{"file"}, {"dossier"}, {"outcome"}, {"version"}}, {}};
    for (const app::Imported_dossier& each : imported) {
        table.rows.push_back({{render::Text{each.file}, render::Text{each.number},
                               render::Term{"import", std::string(name(each.outcome))},
                               render::Count{each.version}}});
    }
    return {.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

Exit import(const Context& context, const std::vector<std::string>& names) {
    const auto files = read_files(names);
    if (!files) {
        return context.refuse(files.error(), Exit::unreadable);
    }
    // Statements that waited for one of the accounts come in with it.
    app::Taken_in taken;
    const auto imported = change_book(context, [&](app::Desk& desk) {
        auto dossiers = app::import_dossiers(desk, *files);
        if (dossiers) {
            taken = app::take_in_waiting(desk);
        }
        return dossiers;
    });
    if (!imported) {
        return context.refuse(imported.error());
    }
    context.say(taken.findings);
    context.answer(imported_report(*imported));
    return Exit::done;
}

} // namespace

void register_dossier_import(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "dossier", context), "import", context);
    const auto names = std::make_shared<std::vector<std::string>>();
    made.add_option(texts("type.file"), *names, texts("help.dossier.import.files"))->required();
    on_call(made, context, [names, &context] { return import(context, *names); });
}

} // namespace saldo::cli
