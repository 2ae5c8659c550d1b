#include "cli/statistics_report.hpp"
#include "money/hundredths.hpp"

namespace saldo::cli {

namespace {

using namespace render;

/// The word of a form of help or of a reason.
Cell of_what(const statistics::Council_row& row) {
    if (row.of.empty()) {
        return Absent{};
    }
    const bool is_reason = row.figure == statistics::Council_figure::end_reason;
    return Term{is_reason ? "counted_end" : "counted_form", row.of};
}

} // namespace

Report council_figures_report(const app::Council_report& council, Dossiers_shown dossiers) {
    Table table{"council_figures",
                {{"council_figure"},
                 {"of_what"},
                 {"counted"},
                 {"amount"},
                 {"days"},
                 {"dossiers", dossiers == Dossiers_shown::yes ? everywhere : for_machines}},
                {}};
    for (const statistics::Council_row& row : council.rows) {
        const std::string figure(name_in(statistics::council_figure_names, row.figure));
        table.rows.push_back(
            {{Term{"council_figure", figure}, of_what(row), Count{row.counted.count},
              filled(row.amount),
              row.days ? Cell(Decimal{money::shown_in_hundredths(*row.days)}) : Cell(Absent{}),
              Words{row.counted.dossiers}}});
    }
    return {.facts = {{"from", council.quarter.from, not_in_csv},
                      {"through", council.quarter.through, not_in_csv}},
            .tables = {std::move(table)},
            .parts = {}};
}

} // namespace saldo::cli
