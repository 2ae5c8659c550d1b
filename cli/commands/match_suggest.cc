#include "app/suggest_places.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>

namespace saldo::cli {

namespace {

using namespace render;

/// Why, in words for people; machines get the names in a list with blanks between.
std::string reasons_of(const reconcile::Suggestion& suggestion, const i18n::Texts* texts) {
    std::string reasons;
    for (const reconcile::Hint hint : suggestion.hints) {
        const std::string key(name(hint));
        reasons += reasons.empty() ? "" : texts != nullptr ? ", " : " ";
        reasons += texts != nullptr ? (*texts)("term.hint." + key) : key;
    }
    return reasons;
}

Report suggested_report(const app::Suggested& suggested, const i18n::Texts& texts) {
    Table table{
        "suggestions",
        {{"subject"}, {"due"}, {"open"}, {"score"}, {"why", for_people}, {"reasons", for_machines}},
        {}};
    for (const reconcile::Suggestion& each : suggested.suggestions) {
        table.rows.push_back(
            {{Text{each.place}, filled(each.due),
              each.open.is_zero() ? Cell(Absent{}) : Cell(each.open), Count{each.score},
              Text{reasons_of(each, &texts)}, Text{reasons_of(each, nullptr)}}});
    }
    const app::Movement_row& movement = suggested.row.movement;
    return {.facts = {{"movement", Count{movement.id.value}},
                      {"dossier", Text{suggested.row.dossier.number}},
                      {"booking_date", movement.booking_date},
                      {"amount", movement.amount, everywhere, "movement_amount"}},
            .tables = {std::move(table)},
            .parts = {}};
}

} // namespace

void register_match_suggest(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "match", context), "suggest", context);
    const auto movement = std::make_shared<Movement_id>();
    made.add_option(texts("type.movement"), movement->value, texts("help.match.assign.movement"))
        ->required();
    on_call(made, context, [movement, &context] {
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) {
                app::Desk desk(work, context.actor());
                return app::suggest_places(desk, *movement).map([&](const app::Suggested& found) {
                    return suggested_report(found, context.texts);
                });
            }));
    });
}

} // namespace saldo::cli
