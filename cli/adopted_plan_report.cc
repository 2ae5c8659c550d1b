#include "cli/adopted_plan_report.hpp"

#include "cli/finding_table.hpp"
#include "dossier/names.hpp"
#include "plans/adopt.hpp"

namespace saldo::cli {

namespace {

using namespace render;

Cell state_of(const plans::Standing& standing) {
    return Term{"plan_state", std::string(name_in(plans::plan_state_names, standing.state))};
}

Cell end_of(const dossier::Adopted_plan& plan) {
    return plan.ended ? Cell(plan.ended->date) : Cell(Absent{});
}

Cell reason_of(const dossier::Adopted_plan& plan) {
    return plan.ended ? Cell(Text{plan.ended->reason}) : Cell(Absent{});
}

Row row_of(const app::Plan_row& row) {
    const dossier::Adopted_plan& plan = row.plan;
    const plans::Standing& standing = row.standing;
    return {{Text{row.dossier}, Text{plan.id}, filled<Text>(plan.name), plan.adopted,
             Text{plan.user}, state_of(standing), plan.instalments.front().due,
             plan.instalments.back().due, plans::promise_of(plan).total, standing.promised,
             standing.paid, standing.remaining, Text{plan.account}, filled<Text>(plan.pot),
             Text{plan.terms}, end_of(plan), reason_of(plan)}};
}

Table instalments_of(const plans::Standing& standing, Date on) {
    Table table{"plan_instalments",
                {{"due"}, {"claim"}, {"promised"}, {"paid"}, {"difference"}, {"state"}},
                {}};
    for (const plans::Instalment_row& row : standing.instalments) {
        const bool is_told = row.promised.due <= on || !row.paid.is_zero();
        const std::string state(name_in(plans::instalment_state_names, row.state));
        table.rows.push_back(
            {{row.promised.due, Text{row.promised.claim}, row.promised.amount, row.paid,
              is_told ? Cell(row.paid - row.promised.amount) : Cell(Absent{}),
              Term{"instalment_state", state}}});
    }
    return table;
}

Cell answer_of(const plans::Creditor_row& row) {
    if (row.answer) {
        return Term{"plan_answer", std::string(dossier::name(row.answer->reply))};
    }
    return row.is_silent ? Cell(Term{"plan_answer", "no_answer"}) : Cell(Absent{});
}

Table creditors_of(const plans::Standing& standing) {
    Table table{"plan_answers",
                {{"creditor"},
                 {"promised"},
                 {"paid"},
                 {"remaining"},
                 {"answer"},
                 {"answered"},
                 {"asked"},
                 {"document", for_machines},
                 {"user", for_machines}},
                {},
                not_in_csv};
    for (const plans::Creditor_row& row : standing.creditors) {
        const auto& answer = row.answer;
        table.rows.push_back({{Text{row.creditor}, row.promised, row.paid, row.remaining,
                               answer_of(row), answer ? Cell(answer->date) : Cell(Absent{}),
                               answer ? filled(answer->amount) : Cell(Absent{}),
                               answer ? filled<Text>(answer->document) : Cell(Absent{}),
                               answer ? Cell(Text{answer->user}) : Cell(Absent{})}});
    }
    return table;
}

} // namespace

Report plan_list_report(const std::vector<app::Plan_row>& plans) {
    Table table{"adopted_plans",
                {{"dossier"},
                 {"plan"},
                 {"name"},
                 {"adopted"},
                 {"user"},
                 {"state"},
                 {"first_due"},
                 {"last_due"},
                 {"total"},
                 {"promised"},
                 {"paid"},
                 {"remaining"},
                 {"account", for_machines},
                 {"pot", for_machines},
                 {"terms", for_machines},
                 {"ended", for_machines},
                 {"reason", for_machines}},
                {}};
    for (const app::Plan_row& row : plans) {
        table.rows.push_back(row_of(row));
    }
    return {.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

Report plan_show_report(const app::Plan_row& row, Date on, const i18n::Texts& english) {
    const dossier::Adopted_plan& plan = row.plan;
    const plans::Standing& standing = row.standing;
    const Shown if_ended = plan.ended ? not_in_csv : in_json;
    return {.facts = {{"dossier", Text{row.dossier}},
                      {"plan", Text{plan.id}},
                      {"name", filled<Text>(plan.name), plan.name.empty() ? in_json : not_in_csv},
                      {"state", state_of(standing), not_in_csv},
                      {"adopted", plan.adopted, not_in_csv},
                      {"user", Text{plan.user}, not_in_csv},
                      {"account", Text{plan.account}, not_in_csv},
                      {"pot", filled<Text>(plan.pot), plan.pot.empty() ? in_json : not_in_csv},
                      {"terms", Text{plan.terms}, not_in_csv},
                      {"ended", end_of(plan), if_ended},
                      {"reason", reason_of(plan), if_ended},
                      {"total", plans::promise_of(plan).total, not_in_csv},
                      {"date", on, not_in_csv},
                      {"promised", standing.promised, not_in_csv},
                      {"paid", standing.paid, not_in_csv},
                      {"remaining", standing.remaining, not_in_csv}},
            .tables = {instalments_of(standing, on), creditors_of(standing),
                       finding_table(standing.findings, english)},
            .parts = {}};
}

} // namespace saldo::cli
