#include "cli/control_report.hpp"

#include <map>

namespace saldo::cli {

namespace {

using namespace render;

Cell value_cell(const payments::Control_value& value) {
    const auto* amount = std::get_if<Money>(&value);
    return amount != nullptr ? Cell(*amount) : Cell(Count{std::get<std::int64_t>(value)});
}

Cell control_cell(payments::Control control) {
    return Term{"control", std::string(name(control))};
}

} // namespace

Table controls_table(app::Unit_of_work& work, const app::Run_sheet& sheet) {
    Table table{"controls",
                {{"line"},
                 {"dossier"},
                 {"subject"},
                 {"amount"},
                 {"control"},
                 {"found"},
                 {"allowed"},
                 {"overridden_by"},
                 {"override_reason"}},
                {},
                in_json};
    std::map<std::uint32_t, const payments::Run_line*> lines;
    for (const payments::Run_line& line : sheet.lines) {
        lines.emplace(line.position, &line);
    }
    for (const app::Control_row& row : app::controls_of(work, sheet)) {
        const payments::Run_line& line = *lines.at(row.finding.line);
        const auto& by = row.overridden;
        table.rows.push_back(
            {{Count{row.finding.line}, Text{line.dossier_number},
              Text{line.proposal.occurrence.subject}, line.proposal.amount,
              control_cell(row.finding.control), value_cell(row.finding.stated),
              value_cell(row.finding.computed), by ? Cell(Text{by->actor.user}) : Cell(Absent{}),
              by ? Cell(Text{by->reason}) : Cell(Absent{})}});
        table.shown = not_in_csv;
    }
    return table;
}

Report report_of(const std::vector<app::Overridden>& overridden) {
    Table table{"overrides",
                {{"run"},
                 {"line"},
                 {"dossier"},
                 {"subject"},
                 {"amount"},
                 {"control"},
                 {"found"},
                 {"allowed"},
                 {"overridden_by"},
                 {"date"},
                 {"override_reason"},
                 {"prepared_by"},
                 {"approved_by"},
                 {"run_state"}},
                {}};
    for (const app::Overridden& each : overridden) {
        const payments::Control_finding& finding = each.row.finding;
        table.rows.push_back(
            {{Text{each.run.number}, Count{finding.line}, Text{each.line.dossier_number},
              Text{each.line.proposal.occurrence.subject}, each.line.proposal.amount,
              control_cell(finding.control), value_cell(finding.stated),
              value_cell(finding.computed), Text{each.row.actor.user}, each.row.actor.as_of,
              Text{each.row.reason}, Text{each.run.prepared_by}, filled<Text>(each.run.approved_by),
              Term{"run_state", std::string(name(each.run.state))}}});
    }
    return {.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

} // namespace saldo::cli
