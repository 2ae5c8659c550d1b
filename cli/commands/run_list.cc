#include "app/runs.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <map>

namespace saldo::cli {

namespace {

using namespace render;

Count count_of(std::uint64_t number) {
    return {static_cast<std::int64_t>(number)};
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
    const std::map<Run_id, app::Run_tally> tallies = work.runs().tallies();
    for (const payments::Run& run : work.runs().all()) {
        const app::Run_tally& tally = tallies.at(run.id);
        table.rows.push_back(
            {{Text{run.number}, Term{"run_state", std::string(name(run.state))}, run.as_of,
              run.through, Text{run.prepared_by}, filled<Text>(run.approved_by),
              filled(run.exported_on), days(run, as_of),
              run.exported_on ? Cell(count_of(tally.unconfirmed)) : Cell(Absent{}),
              count_of(tally.payments), tally.total}});
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
