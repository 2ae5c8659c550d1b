#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "dossier/document.hpp"

namespace saldo::cli {

namespace {

using namespace render;

template <class List> Count count_of(const List& list) {
    return {static_cast<std::int64_t>(list.size())};
}

/// Refuses what a document in the book is found to say wrong: it was proved when it came in.
Result<Table> table_of(app::Unit_of_work& work) {
    Table table{"dossiers",
                {{"dossier"}, {"version"}, {"opened"}, {"closed"}, {"members"}, {"accounts"}},
                {}};
    Findings faults;
    work.dossiers().each_document([&](const app::Dossier_row& row, const app::Document& document) {
        const auto dossier = dossier::read_canonical(document.text);
        if (!dossier) {
            faults.push_back(dossier.error().in_file(row.number).first());
            return;
        }
        table.rows.push_back(
            {{Text{row.number}, Count{document.version}, dossier->opened, filled(dossier->closed),
              count_of(dossier->household.members), count_of(dossier->accounts)}});
    });
    if (!faults.empty()) {
        return saldo::refuse(Refusal(std::move(faults)));
    }
    return table;
}

} // namespace

void register_dossier_list(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "dossier", context), "list", context);
    on_call(made, context, [&context] {
        const auto table = ask_book(context, table_of);
        if (!table) {
            const bool missing = table.error().code() == book_missing;
            return context.refuse(table.error(), missing ? Exit::refused : Exit::integrity);
        }
        context.answer({.facts = {}, .tables = {*table}, .parts = {}});
        return Exit::done;
    });
}

} // namespace saldo::cli
