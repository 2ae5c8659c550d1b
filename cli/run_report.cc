#include "cli/run_report.hpp"

#include "cli/bank_answer.hpp"
#include "cli/communication_cell.hpp"
#include "cli/control_report.hpp"
#include "cli/explanation.hpp"
#include "cli/text_changes.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace saldo::cli {

namespace {

using namespace render;

/// A line that is not paid stands where its proposal left it.
std::string state_of(const payments::Run_line& line) {
    return std::string(line.state == payments::Line_state::not_paid ? name(line.proposal.decision)
                                                                    : name(line.state));
}

/// IBANs of the bank accounts in a book, by dossier and account key.
using Account_numbers = std::map<std::pair<Dossier_id, std::string>, std::string>;

Account_numbers account_numbers(app::Unit_of_work& work) {
    Account_numbers numbers;
    for (const app::Account_row& account : work.dossiers().accounts()) {
        numbers.emplace(std::pair(account.dossier, account.key), account.iban.text());
    }
    return numbers;
}

Row row_of(const payments::Run_line& line, const Account_numbers& accounts) {
    const payments::Proposal_line& proposal = line.proposal;
    const budget::Occurrence& occurrence = proposal.occurrence;
    const std::optional<Iban>& payee = occurrence.counterparty.iban;
    const std::optional<payments::Precedence>& first = proposal.goes_first;
    const auto account = accounts.find({line.dossier, occurrence.account});
    return {{Count{line.id.value}, Text{line.dossier_number},
             account == accounts.end() ? Cell(Absent{}) : Account_number{account->second},
             Text{occurrence.subject}, occurrence.due, filled<Text>(occurrence.counterparty.name),
             payee ? Cell(Account_number{std::string(payee->text())}) : Cell(Absent{}),
             proposal.amount, proposal.execution_date, communication_cell(occurrence.communication),
             filled<Text>(line.end_to_end_id), Term{"line_state", state_of(line)},
             Term{"line_reason", std::string(name(proposal.reason))},
             proposal.short_by.is_zero() ? Cell(Absent{}) : Cell(proposal.short_by),
             first ? Cell(Text{first->subject}) : Cell(Absent{}),
             first ? Cell(first->due) : Cell(Absent{}), filled(proposal.next_income)}};
}

Table table_of(app::Unit_of_work& work, const app::Run_sheet& sheet, const i18n::Texts& texts) {
    auto words = app::last_words(work, sheet.run.id);
    Table lines{"lines",
                {{"id", for_machines},
                 {"dossier"},
                 {"debtor_account", for_machines},
                 {"subject"},
                 {"due"},
                 {"payee"},
                 {"payee_account", for_machines},
                 {"amount"},
                 {"execution_date"},
                 {"communication"},
                 {"end_to_end_id", for_machines},
                 {"state"},
                 {"reason"},
                 {"short_by"},
                 {"goes_first", for_machines},
                 {"goes_first_due", for_machines},
                 {"next_income", for_machines},
                 {"explanation", for_people}},
                {}};
    std::ranges::move(answer_columns(!words.empty()), std::back_inserter(lines.columns));
    const Account_numbers accounts = account_numbers(work);
    for (const payments::Run_line& line : sheet.lines) {
        Row row = row_of(line, accounts);
        row.cells.push_back(Text{explanation_of(sheet.run, line, texts)});
        const auto word = words.find(line.id);
        const auto status = word == words.end() ? std::nullopt : std::optional(word->second);
        std::ranges::move(cells_of(status, texts), std::back_inserter(row.cells));
        lines.rows.push_back(std::move(row));
    }
    return lines;
}

/// Of the payments, before the file is made.
std::vector<payments::pain001::Text_change> changes_of(const app::Run_sheet& sheet) {
    std::vector<payments::pain001::Text_change> changes;
    for (const payments::Run_line& line : sheet.lines) {
        if (!line.end_to_end_id.empty()) {
            const budget::Occurrence& occurrence = line.proposal.occurrence;
            std::ranges::move(payments::pain001::text_changes(line.end_to_end_id,
                                                              occurrence.counterparty.name,
                                                              occurrence.communication),
                              std::back_inserter(changes));
        }
    }
    return changes;
}

} // namespace

Report report_of(app::Unit_of_work& work, const app::Run_sheet& sheet, const i18n::Texts& texts) {
    const payments::Run& run = sheet.run;
    return {.facts = {{"run", Text{run.number}},
                      {"state", Term{"run_state", std::string(name(run.state))}, not_in_csv},
                      {"through", run.through, not_in_csv},
                      {"prepared_by", filled<Text>(run.prepared_by), not_in_csv},
                      {"approved_by", filled<Text>(run.approved_by), not_in_csv},
                      {"exported_on", filled(run.exported_on), not_in_csv},
                      {"total", app::total(sheet), not_in_csv},
                      {"count", Count{static_cast<std::int64_t>(app::count(sheet))}, not_in_csv}},
            .tables = {table_of(work, sheet, texts), controls_table(work, sheet),
                       text_changes_table(changes_of(sheet))},
            .parts = {}};
}

} // namespace saldo::cli
