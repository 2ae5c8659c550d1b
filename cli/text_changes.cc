#include "cli/text_changes.hpp"

namespace saldo::cli {

using namespace render;

Table text_changes_table(const std::vector<payments::pain001::Text_change>& changes) {
    Table table{"texts",
                {{"id"}, {"field"}, {"given"}, {"sent"}},
                {},
                changes.empty() ? in_json : not_in_csv};
    for (const payments::pain001::Text_change& change : changes) {
        table.rows.push_back({{Text{change.id}, Term{"text_field", std::string(change.field)},
                               Text{change.from}, Text{change.to}}});
    }
    return table;
}

} // namespace saldo::cli
