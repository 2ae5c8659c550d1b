#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <map>

namespace saldo::cli {

namespace {

using namespace render;

Result<Report> list_statements(app::Unit_of_work& work) {
    Table table{"statements",
                {{"statement"},
                 {"dossier"},
                 {"account"},
                 {"number"},
                 {"opening_date"},
                 {"opening"},
                 {"closing_date"},
                 {"closing"},
                 {"movements"},
                 {"file"}},
                {}};
    std::map<File_id, std::string> files;
    for (app::File_row& file : work.statements().files()) {
        files.emplace(file.id, std::move(file.name));
    }
    std::map<Dossier_id, std::string> numbers;
    for (app::Dossier_row& row : work.dossiers().all()) {
        numbers.emplace(row.id, std::move(row.number));
    }
    for (const app::Account_row& account : work.dossiers().accounts()) {
        for (const app::Statement_row& statement : work.statements().statements(account.id)) {
            table.rows.push_back({{Count{statement.id.value}, Text{numbers.at(account.dossier)},
                                   Account_number{std::string(account.iban.text())},
                                   filled(std::uint64_t{statement.number}), statement.opening_date,
                                   statement.opening, statement.closing_date, statement.closing,
                                   Count{statement.movements}, Text{files.at(statement.file)}}});
        }
    }
    return Report{.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

} // namespace

void register_statement_list(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "statement", context), "list", context);
    on_call(made, context,
            [&context] { return answer_or_refuse(context, ask_book(context, list_statements)); });
}

} // namespace saldo::cli
