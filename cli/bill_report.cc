#include "cli/bill_report.hpp"

#include "cli/communication_cell.hpp"
#include "dossier/ledger_accounts.hpp"
#include "dossier/names.hpp"

namespace saldo::cli {

namespace {

using namespace render;

Row row_of(const app::Bill_row& row) {
    const dossier::Bill& bill = row.bill;
    const std::optional<Iban>& iban = bill.payee.iban;
    const auto& cancelled = bill.cancelled;
    return {{Text{row.dossier}, Text{bill.id}, Text{bill.name}, Text{bill.payee.name},
             iban ? Cell(Account_number{std::string(iban->text())}) : Cell(Absent{}), bill.amount,
             row.paid, bill.due, communication_cell(bill.communication),
             Term{"priority", std::string(dossier::name(bill.priority))},
             Text{dossier::code_of(bill)}, Term{"bill_state", std::string(name(row.state))},
             filled<Text>(row.run), cancelled ? Cell(cancelled->date) : Cell(Absent{}),
             cancelled ? Cell(Text{cancelled->reason}) : Cell(Absent{}), Text{bill.document}}};
}

} // namespace

Report report_of(const std::vector<app::Bill_row>& bills) {
    Table table{"bills",
                {{"dossier"},
                 {"bill"},
                 {"name"},
                 {"payee"},
                 {"payee_account", for_machines},
                 {"amount"},
                 {"paid"},
                 {"due"},
                 {"communication"},
                 {"priority", for_machines},
                 {"subject", for_machines},
                 {"state"},
                 {"run"},
                 {"cancelled", for_machines},
                 {"reason", for_machines},
                 {"document", for_machines}},
                {}};
    for (const app::Bill_row& bill : bills) {
        table.rows.push_back(row_of(bill));
    }
    return {.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

} // namespace saldo::cli
