#include "app/runs.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <algorithm>

namespace saldo::cli {

namespace {

using namespace render;

/// For the runs that left: payments that no statement has executed or returned, nor the bank
/// rejected.
Cell unconfirmed(const app::Run_sheet& sheet) {
    if (!sheet.run.exported_on) {
        return Absent{};
    }
    return Count{std::ranges::count(sheet.lines, payments::Line_state::exported,
                                    &payments::Run_line::state)};
}

/// Days since it left, while the bank has something to answer.
Cell days(const payments::Run& run, Date as_of) {
    return run.state == payments::Run_state::exported
               ? Cell(Count{days_between(*run.exported_on, as_of)})
               : Cell(Absent{});
}

Result<Report> list_runs(app::Unit_of_work& work, Date as_of) {
    Table table{"runs",
                {{"run"},
                 {"state"},
                 {"as_of"},
                 {"through"},
                 {"prepared_by"},
                 {"approved_by"},
                 {"exported_on"},
                 {"days"},
                 {"unconfirmed"},
                 {"count"},
                 {"total"}},
                {}};
    for (const payments::Run& run : work.runs().all()) {
        const app::Run_sheet sheet{run, work.runs().lines(run.id)};
        table.rows.push_back(
            {{Text{run.number}, Term{"run_state", std::string(name(run.state))}, run.as_of,
              run.through, Text{run.prepared_by}, filled<Text>(run.approved_by),
              filled(run.exported_on), days(run, as_of), unconfirmed(sheet),
              Count{static_cast<std::int64_t>(app::count(sheet))}, app::total(sheet)}});
    }
    return Report{.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

} // namespace

void register_run_list(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "run", context), "list", context);
    on_call(made, context, [&context] {
        return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                    return list_runs(work, context.options.as_of);
                                }));
    });
}

} // namespace saldo::cli
