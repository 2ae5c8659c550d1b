#include "cli/closing_report.hpp"

#include "cli/calculation.hpp"
#include "dossier/names.hpp"

#include <algorithm>

namespace saldo::cli {

namespace {

using namespace render;

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text.append(text.empty() ? "" : ", ").append(word);
    }
    return text;
}

Table steps_table(const app::Closing_sheet& sheet) {
    Table table{"closing_steps",
                {{"closing_step"},
                 {"name"},
                 {"step_state"},
                 {"waits_for"},
                 {"done_on"},
                 {"user"},
                 {"document", for_machines}},
                {}};
    for (const help::Step_row& row : sheet.rows) {
        const auto& done = row.done;
        table.rows.push_back(
            {{Text{row.rule.key}, Text{row.rule.name},
              Term{"step_state", std::string(name_in(help::step_state_names, row.state))},
              filled<Text>(joined(row.waits_for)), done ? Cell(done->date) : Cell(Absent{}),
              done ? Cell(Text{done->user}) : Cell(Absent{}),
              done ? filled<Text>(done->document) : Cell(Absent{})}});
    }
    return table;
}

Table money_table(const app::Closing_sheet& sheet) {
    Table table{"accounts_left", {{"account"}, {"account_kind"}, {"balance"}}, {}, not_in_csv};
    for (const help::Account_left& account : sheet.accounts) {
        table.rows.push_back(
            {{Text{account.id}, Term{"account_kind", std::string(dossier::name(account.kind))},
              account.balance}});
    }
    return table;
}

Report closing_report(const app::Closing_sheet& sheet) {
    const dossier::Closing& closing = sheet.closing;
    const auto& transfer = closing.transfer;
    const auto signed_on = [](const std::optional<dossier::Signed>& paper) {
        return paper ? Cell(paper->date) : Cell(Absent{});
    };
    const Shown of_transfer = transfer ? not_in_csv : in_json;
    return {.facts = {{"dossier", Text{sheet.dossier}, not_in_csv},
                      {"closing_reason",
                       Term{"help_stop", std::string(dossier::name(closing.reason))}, not_in_csv},
                      {"decided_on", closing.decided, not_in_csv},
                      {"closing_note", filled<Text>(closing.note),
                       closing.note.empty() ? in_json : not_in_csv},
                      {"aftercare_day", filled(closing.aftercare), not_in_csv},
                      {"closed_on", filled(sheet.closed), not_in_csv},
                      {"to_office", transfer ? Cell(Text{transfer->office}) : Cell(Absent{}),
                       of_transfer},
                      {"transfer_sha256", transfer ? Cell(Text{transfer->content}) : Cell(Absent{}),
                       of_transfer},
                      {"handed_over", transfer ? signed_on(transfer->handed_over) : Cell(Absent{}),
                       of_transfer},
                      {"taken_over", transfer ? signed_on(transfer->taken_over) : Cell(Absent{}),
                       of_transfer}},
            .tables = {steps_table(sheet), money_table(sheet)},
            .parts = {}};
}

/// What stands against the steps, each thing once, as remarks: nothing was refused.
Findings against(const app::Closing_sheet& sheet) {
    Findings findings;
    for (const help::Step_row& row : sheet.rows) {
        for (Finding finding : row.against) {
            finding.severity = Severity::info;
            if (std::ranges::find(findings, finding) == findings.end()) {
                findings.push_back(std::move(finding));
            }
        }
    }
    return findings;
}

} // namespace

Exit answer_closing(const Context& context, const Result<app::Closing_sheet>& sheet) {
    return sheet ? answer_with_findings(context, closing_report(*sheet), against(*sheet),
                                        Finding_place::id)
                 : context.refuse(sheet.error());
}

Report report_of(const std::vector<app::Aftercare_row>& rows) {
    Table table{
        "aftercare_due", {{"dossier"}, {"closed_on"}, {"due"}, {"days_late"}, {"last_asked"}}, {}};
    for (const app::Aftercare_row& row : rows) {
        table.rows.push_back({{Text{row.dossier}, row.closed, row.due.due, Count{row.due.days_late},
                               row.due.last ? Cell(row.due.last->date) : Cell(Absent{})}});
    }
    return {.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

} // namespace saldo::cli
