#include "app/codes.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>
#include <ostream>

namespace saldo::cli {

namespace {

/// The document as it stands in the book, whatever `--output` says: what was imported.
Exit export_dossier(const Context& context, const std::string& number) {
    const auto text = ask_book(context, [&](app::Unit_of_work& work) -> Result<std::string> {
        const auto dossier = work.dossiers().find(number);
        if (!dossier) {
            return saldo::refuse(app::dossier_unknown, {{"dossier", number}});
        }
        return work.dossiers().document(dossier->id).text;
    });
    if (!text) {
        return context.refuse(text.error());
    }
    context.out << *text;
    return Exit::done;
}

} // namespace

void register_dossier_export(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "dossier", context), "export", context);
    const auto number = std::make_shared<std::string>();
    made.add_option(context.texts("type.number"), *number, context.texts("help.dossier.number"))
        ->required();
    on_call(made, context, [number, &context] { return export_dossier(context, *number); });
}

} // namespace saldo::cli
