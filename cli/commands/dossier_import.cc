#include "app/import_dossiers.hpp"
#include "app/import_statements.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"
#include "cli/signal_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

/// Dossiers in the book, and what the statements that waited for their accounts brought.
struct Imported {
    std::vector<app::Imported_dossier> dossiers;
    app::Taken_in taken;
    std::vector<app::Signal_row> signals;
};

Result<Imported> import_all(app::Desk& desk,
                            const std::vector<app::Input_file>& files,
                            const std::vector<app::Input_file>& terms) {
    return app::import_dossiers(desk, files, terms)
        .map([&](std::vector<app::Imported_dossier> dossiers) {
            app::Taken_in taken = app::take_in_waiting(desk);
            auto signals = app::new_signals(desk.work(), taken.statements);
            return Imported{std::move(dossiers), std::move(taken), std::move(signals)};
        });
}

render::Report imported_report(const Imported& imported, const i18n::Texts& texts) {
    render::Table table{"dossiers", {{"file"}, {"dossier"}, {"outcome"}, {"version"}}, {}};
    for (const app::Imported_dossier& each : imported.dossiers) {
        table.rows.push_back({{render::Text{each.file}, render::Text{each.number},
                               render::Term{"import", std::string(name(each.outcome))},
                               render::Count{each.version}}});
    }
    std::vector<render::Table> tables = new_signals_tables(imported.signals, texts);
    tables.insert(tables.begin(), std::move(table));
    return {.facts = {}, .tables = std::move(tables), .parts = {}};
}

struct Named_files {
    std::vector<std::string> dossiers;
    std::vector<std::string> terms; ///< texts of the plans they bring
};

Exit import(const Context& context, const Named_files& names) {
    const auto files = read_files(names.dossiers);
    if (!files) {
        return context.refuse(files.error(), Exit::unreadable);
    }
    const auto terms = read_files(names.terms);
    if (!terms) {
        return context.refuse(terms.error(), Exit::unreadable);
    }
    const auto imported =
        change_book(context, [&](app::Desk& desk) { return import_all(desk, *files, *terms); });
    if (!imported) {
        return context.refuse(imported.error());
    }
    context.say(imported->taken.findings);
    context.answer(imported_report(*imported, context.texts));
    return Exit::done;
}

} // namespace

void register_dossier_import(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "dossier", context), "import", context);
    const auto names = std::make_shared<Named_files>();
    made.add_option(texts("type.file"), names->dossiers, texts("help.dossier.import.files"))
        ->required();
    made.add_option("--terms", names->terms, texts("help.dossier.import.terms"))
        ->type_name(texts("type.file"));
    on_call(made, context, [names, &context] { return import(context, *names); });
}

} // namespace saldo::cli
