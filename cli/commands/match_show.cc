#include "app/decisions.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/communication_cell.hpp"

#include <memory>

namespace saldo::cli {

namespace {

using namespace render;

Cell place_of(const app::Place& place) {
    return filled<Text>(place.order.empty() ? place.part.explanation.subject : place.order);
}

/// Where the movement stands, and by which rule.
Table places_of(const app::Movement_story& story) {
    Table table{
        "places",
        {{"entry"}, {"amount"}, {"subject"}, {"due"}, {"rule"}, {"reason"}, {"user"}, {"note"}},
        {}};
    for (const app::Place& place : story.places) {
        const reconcile::Explanation& explanation = place.part.explanation;
        const bool doubtful = explanation.rule == reconcile::Rule::suspense;
        table.rows.push_back(
            {{Count{static_cast<std::int64_t>(place.entry)}, place.part.amount, place_of(place),
              filled(explanation.due), Term{"rule", std::string(name(explanation.rule))},
              doubtful ? Cell(Term{"doubt", story.row.reason}) : Cell(Absent{}), Text{place.user},
              filled<Text>(place.note)}});
    }
    return table;
}

/// The facts that the rule of each place used.
Table facts_of(const app::Movement_story& story) {
    Table table{"facts", {{"entry"}, {"fact"}, {"value"}}, {}, not_in_csv};
    for (const app::Place& place : story.places) {
        for (const Param& fact : place.facts) {
            table.rows.push_back({{Count{static_cast<std::int64_t>(place.entry)},
                                   Term{"fact", fact.name}, Text{fact.value}}});
        }
    }
    return table;
}

/// Every posting of every entry about it.
Table postings_of(const app::Movement_story& story) {
    Table table{"entries",
                {{"entry"}, {"kind"}, {"date"}, {"ledger_account"}, {"amount"}, {"due"}},
                {},
                not_in_csv};
    for (const app::Entry& entry : story.entries) {
        for (const ledger::Posting& posting : entry.draft.postings) {
            table.rows.push_back(
                {{Count{static_cast<std::int64_t>(entry.number)},
                  Term{"entry_kind", std::string(name(entry.draft.kind))}, entry.draft.date,
                  Text{posting.account->code}, posting.amount, filled(posting.due)}});
        }
    }
    return table;
}

/// schemas/json/match_show.schema.json
Report story_report(const app::Movement_story& story) {
    const app::Movement_row& movement = story.row.movement;
    return {.facts = {{"movement", Count{movement.id.value}},
                      {"dossier", Text{story.row.dossier.number}},
                      {"booking_date", movement.booking_date},
                      {"amount", movement.amount, everywhere, "movement_amount"},
                      {"counterparty_name", filled<Text>(movement.counterparty_name), not_in_csv},
                      {"counterparty_account",
                       filled<Account_number>(movement.counterparty_account), not_in_csv},
                      {"communication",
                       communication_cell(movement.communication_kind, movement.communication_type,
                                          movement.communication),
                       not_in_csv},
                      {"origin", Text{story.row.origin}, not_in_csv}},
            .tables = {places_of(story), facts_of(story), postings_of(story)},
            .parts = {}};
}

} // namespace

void register_match_show(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "match", context), "show", context);
    const auto movement = std::make_shared<Movement_id>();
    made.add_option(texts("type.movement"), movement->value, texts("help.match.assign.movement"))
        ->required();
    on_call(made, context, [movement, &context] {
        return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                    return app::tell_movement(work, *movement).map(story_report);
                                }));
    });
}

} // namespace saldo::cli
