#include "cli/match_rule_report.hpp"

namespace saldo::cli {

namespace {

using namespace render;

Row row_of(const app::Match_rule_row& row) {
    const reconcile::Match_rule& rule = row.rule;
    const std::string sign(name(rule.sign));
    return {{Count{rule.id.value}, filled<Text>(row.dossier_number),
             rule.iban ? Cell(Account_number{std::string(rule.iban->text())}) : Cell(Absent{}),
             filled<Text>(rule.name), rule.is_whole_name, filled<Text>(rule.words),
             sign.empty() ? Cell(Absent{}) : Cell(Term{"sign", sign}), filled(rule.least),
             filled(rule.most), filled<Text>(rule.account), Text{rule.subject},
             filled<Text>(rule.pot), Text{row.actor.user}, row.actor.as_of, Text{row.reason},
             row.end ? Cell(row.end->actor.as_of) : Cell(Absent{}),
             row.end ? Cell(Text{row.end->actor.user}) : Cell(Absent{}),
             row.end ? Cell(Text{row.end->reason}) : Cell(Absent{})}};
}

} // namespace

/// schemas/json/match_rules.schema.json
Report report_of(const std::vector<app::Match_rule_row>& rules) {
    Table table{"match_rules",
                {{"match_rule"},
                 {"dossier"},
                 {"iban"},
                 {"name"},
                 {"whole_name", for_machines},
                 {"words"},
                 {"sign"},
                 {"least"},
                 {"most"},
                 {"account", for_machines},
                 {"subject"},
                 {"pot", for_machines},
                 {"user"},
                 {"date"},
                 {"reason"},
                 {"ended"},
                 {"ended_by", for_machines},
                 {"ended_because", for_machines}},
                {}};
    for (const app::Match_rule_row& rule : rules) {
        table.rows.push_back(row_of(rule));
    }
    return {.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

} // namespace saldo::cli
