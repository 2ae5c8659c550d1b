#include "app/match_rules.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <algorithm>
#include <memory>

namespace saldo::cli {

namespace {

using namespace render;

/// Where it stands, all of it if it was split.
std::string stands_on(const app::Tested_movement& tested) {
    std::string subjects;
    for (const app::Place& place : tested.places) {
        subjects += subjects.empty() ? "" : " ";
        subjects += place.part.explanation.subject;
    }
    return subjects;
}

Report tested_report(const std::vector<app::Tested_movement>& tested) {
    Table table{"tested",
                {{"movement"},
                 {"dossier"},
                 {"booking_date"},
                 {"amount"},
                 {"counterparty.name"},
                 {"subject"},
                 {"stands_on"},
                 {"verdict"}},
                {}};
    for (const app::Tested_movement& each : tested) {
        const app::Movement_row& movement = each.row.movement;
        table.rows.push_back(
            {{Count{movement.id.value}, Text{each.row.dossier.number}, movement.booking_date,
              movement.amount, filled<Text>(movement.counterparty_name), Text{each.subject},
              filled<Text>(stands_on(each)), Term{"verdict", std::string(name(each.verdict))}}});
    }
    const auto contradictions =
        std::ranges::count(tested, app::Verdict::contradicts, &app::Tested_movement::verdict);
    return {.facts = {{"contradictions", Count{contradictions}, not_in_csv}},
            .tables = {std::move(table)},
            .parts = {}};
}

} // namespace

void register_match_rule_test(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made =
        command(group(group(root, "match", context), "rule", context), "test", context);
    const auto rule = std::make_shared<Match_rule_id>();
    made.add_option(texts("type.rule"), rule->value, texts("help.match.rule.number"))->required();
    on_call(made, context, [rule, &context] {
        return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                    return app::test_rule(work, *rule).map(tested_report);
                                }));
    });
}

} // namespace saldo::cli
