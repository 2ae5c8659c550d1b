#include "cli/beneficiary_report.hpp"

namespace saldo::cli {

namespace {

using namespace render;

Cell account(const Iban& iban) {
    return Account_number{std::string(iban.text())};
}

Row row_of(const app::Beneficiary_row& row) {
    const auto& approved = row.approved;
    return {{Text{row.dossier_number}, account(row.iban), Absent{},
             Term{"beneficiary_state", approved ? "proved" : "waiting"}, Text{row.document},
             Text{row.actor.user}, row.actor.as_of,
             approved ? Cell(Text{approved->user}) : Cell(Absent{}),
             approved ? Cell(approved->as_of) : Cell(Absent{}), Absent{}, Absent{}}};
}

Row row_of(const app::Refused_account& refused) {
    return {{Text{refused.dossier_number}, account(refused.iban), Absent{},
             Term{"beneficiary_state", "refused"}, Absent{}, Absent{}, Absent{}, Absent{}, Absent{},
             refused.as_of, Text{refused.reason}}};
}

Row row_of(const app::Known_beneficiary_row& row) {
    return {{Text{row.dossier_number}, account(row.beneficiary.iban), Text{row.beneficiary.key},
             Term{"beneficiary_state", "known"}, Absent{}, Absent{}, Absent{}, Absent{}, Absent{},
             Absent{}, Absent{}}};
}

} // namespace

Report report_of(const std::vector<app::Beneficiary_row>& rows,
                 const std::vector<app::Refused_account>& refused,
                 const std::vector<app::Known_beneficiary_row>& known) {
    Table table{"beneficiaries",
                {{"dossier"},
                 {"iban"},
                 {"subject"},
                 {"state"},
                 {"document", for_machines},
                 {"confirmed_by"},
                 {"confirmed_on"},
                 {"approved_by"},
                 {"approved_on"},
                 {"refused_on"},
                 {"bank_reason"}},
                {}};
    for (const app::Refused_account& row : refused) {
        table.rows.push_back(row_of(row));
    }
    for (const app::Known_beneficiary_row& row : known) {
        table.rows.push_back(row_of(row));
    }
    for (const app::Beneficiary_row& row : rows) {
        table.rows.push_back(row_of(row));
    }
    return {.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

} // namespace saldo::cli
