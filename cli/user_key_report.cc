#include "cli/user_key_report.hpp"

#include "cli/codes.hpp"

namespace saldo::cli {

using namespace render;

Report report_of(const std::vector<app::User_key_row>& keys) {
    Table table{"user_keys",
                {{"owner"},
                 {"key"},
                 {"added_by"},
                 {"added_on"},
                 {"ended"},
                 {"ended_by", for_machines},
                 {"reason"}},
                {}};
    for (const app::User_key_row& row : keys) {
        const auto& end = row.end;
        table.rows.push_back({{Text{row.owner}, Text{to_hex(row.key)}, Text{row.actor.user},
                               row.actor.as_of, end ? Cell(end->actor.as_of) : Cell(Absent{}),
                               end ? Cell(Text{end->actor.user}) : Cell(Absent{}),
                               end ? Cell(Text{end->reason}) : Cell(Absent{})}});
    }
    return {.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

void add_public_key(CLI::App& made,
                    const std::string& help,
                    const Context& context,
                    std::function<void(const Public_key&)> take) {
    const std::string type = context.texts("type.public_key");
    made.add_option_function<std::string>(
            type,
            [type, &context, take = std::move(take)](const std::string& text) {
                const auto key = public_key_from_hex(text);
                if (!key) {
                    const Finding finding{not_a_public_key, Severity::error, {}, {}};
                    throw wrong_value(type, Refusal(finding), context);
                }
                take(*key);
            },
            help)
        ->required();
}

} // namespace saldo::cli
