#include "cli/time_report.hpp"

namespace saldo::cli {

render::Report time_report(const std::vector<statistics::Time_entry>& entries) {
    using namespace render;
    Table table{"time_entries", {{"dossier"}, {"date"}, {"user"}, {"minutes"}, {"kind"}}, {}};
    for (const statistics::Time_entry& entry : entries) {
        const std::string kind(name_in(statistics::time_kind_names, entry.kind));
        table.rows.push_back({{Text{entry.dossier}, entry.date, Text{entry.user},
                               Count{entry.minutes}, Term{"time_kind", kind}}});
    }
    return {.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

} // namespace saldo::cli
