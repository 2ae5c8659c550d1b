#include "cli/team_report.hpp"

#include "dossier/names.hpp"

namespace saldo::cli {

namespace {

using namespace render;

/// An evaluation has what it concluded, anything else the id of what it is about.
Cell subject_of(const evaluation::Item& item) {
    return item.topic == evaluation::Topic::evaluation ? Cell(Term{"conclusion", item.subject})
                                                       : filled<Text>(item.subject);
}

Table items_table(std::string key, const std::vector<evaluation::Item>& items, Date on) {
    Table table{std::move(key),
                {{"topic"}, {"dossier"}, {"date"}, {"days_ago"}, {"subject"}, {"user"}},
                {}};
    for (const evaluation::Item& item : items) {
        table.rows.push_back(
            {{Term{"topic", std::string(name_in(evaluation::topic_names, item.topic))},
              Text{item.dossier}, item.date, Count{days_between(item.date, on)}, subject_of(item),
              filled<Text>(item.user)}});
    }
    return table;
}

} // namespace

Report team_report(const app::Team_list& list, Date on) {
    return {.facts = {{"since", list.since, not_in_csv}, {"date", on, not_in_csv}},
            .tables = {items_table("team_items", list.items, on)},
            .parts = {}};
}

Report overdue_report(const std::vector<evaluation::Item>& items, Date on) {
    return {.facts = {{"date", on, not_in_csv}},
            .tables = {items_table("overdue_evaluations", items, on)},
            .parts = {}};
}

} // namespace saldo::cli
