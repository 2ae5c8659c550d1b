#include "cli/threshold_report.hpp"

namespace saldo::cli {

using namespace render;

Report report_of(const app::Threshold_list& list, money::Rate within) {
    Table table{"thresholds",
                {{"dossier"},
                 {"household_kind"},
                 {"limit_key", for_machines},
                 {"limit_name"},
                 {"per"},
                 {"limit_amount"},
                 {"income"},
                 {"over"},
                 {"over_percent"},
                 {"over_part", for_machines},
                 {"distance"},
                 {"source"}},
                {}};
    for (const app::Threshold_row& row : list.rows) {
        const help::Threshold& each = row.threshold;
        table.rows.push_back(
            {{filled<Text>(row.dossier), Term{"household_kind", row.household}, Text{each.key},
              Text{each.key == "leefloon" ? each.key : each.name},
              Term{"per", std::string(name_in(help::per_names, each.per))}, each.limit, each.income,
              each.over, Decimal{money::shown_percent(each.part)}, Text{money::format(each.part)},
              Term{"distance", std::string(name_in(help::distance_names, each.distance))},
              filled<Text>(each.source.empty() ? each.name : each.source)}});
    }
    return {.facts = {{"within_percent", Decimal{money::shown_percent(within)}, not_in_csv}},
            .tables = {std::move(table)},
            .parts = {}};
}

} // namespace saldo::cli
