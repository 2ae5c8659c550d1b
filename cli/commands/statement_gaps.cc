#include "app/statement_gaps.hpp"

#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <map>

namespace saldo::cli {

namespace {

using namespace render;

Table table_of(const std::vector<app::Statement_gap>& gaps) {
    Table table{"gaps",
                {{"dossier"},
                 {"account"},
                 {"after_number"},
                 {"after_date"},
                 {"before_number"},
                 {"before_date"},
                 {"missing"}},
                {}};
    for (const app::Statement_gap& gap : gaps) {
        table.rows.push_back(
            {{Text{gap.dossier}, Account_number{std::string(gap.account.text())},
              Count{gap.before.number}, gap.before.closing_date, Count{gap.after.number},
              gap.after.closing_date, filled(std::uint64_t{gap.missing})}});
    }
    return table;
}

Table waiting_of(app::Unit_of_work& work) {
    std::map<File_id, std::string> files;
    for (app::File_row& file : work.statements().files()) {
        files.emplace(file.id, std::move(file.name));
    }
    Table table{"waiting", {{"file"}, {"line"}, {"account"}}, {}, not_in_csv};
    for (const app::Waiting_row& row : work.bank_files().waiting()) {
        table.rows.push_back({{Text{files.at(row.file)}, Count{static_cast<std::int64_t>(row.line)},
                               Account_number{row.account}}});
    }
    return table;
}

Result<Report> gaps(app::Unit_of_work& work) {
    return Report{.facts = {},
                  .tables = {table_of(app::statement_gaps(work)), waiting_of(work)},
                  .parts = {}};
}

} // namespace

void register_statement_gaps(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "statement", context), "gaps", context);
    on_call(made, context,
            [&context] { return answer_or_refuse(context, ask_book(context, gaps)); });
}

} // namespace saldo::cli
