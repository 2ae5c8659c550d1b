#include "app/runs.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

namespace saldo::cli {

namespace {

using namespace render;

Result<Report> list_runs(app::Unit_of_work& work) {
    Table table{"runs",
                {{"run"},
                 {"state"},
                 {"as_of"},
                 {"through"},
                 {"prepared_by"},
                 {"approved_by"},
                 {"exported_on"},
                 {"count"},
                 {"total"}},
                {}};
    for (const payments::Run& run : work.runs().all()) {
        const app::Run_sheet sheet{run, work.runs().lines(run.id)};
        table.rows.push_back(
            {{Text{run.number}, Term{"run_state", std::string(name(run.state))}, run.as_of,
              run.through, Text{run.prepared_by}, filled<Text>(run.approved_by),
              filled(run.exported_on), Count{static_cast<std::int64_t>(app::count(sheet))},
              app::total(sheet)}});
    }
    return Report{.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

} // namespace

void register_run_list(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "run", context), "list", context);
    on_call(made, context,
            [&context] { return answer_or_refuse(context, ask_book(context, list_runs)); });
}

} // namespace saldo::cli
