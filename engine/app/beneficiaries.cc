#include "app/beneficiaries.hpp"

#include "app/codes.hpp"
#include "app/control_acts.hpp"
#include "app/policies.hpp"
#include "app/position.hpp"
#include "payments/beneficiary.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

bool proves(const Beneficiary_row& row, const Refused_account& refused) {
    return row.approved && row.dossier == refused.dossier && row.iban == refused.iban &&
           row.actor.as_of >= refused.as_of;
}

/// What was confirmed of an account in a dossier, as it came; of a refused one since that day.
std::vector<Beneficiary_row>
confirmations(Unit_of_work& work, const Dossier_row& dossier, const Iban& iban) {
    std::vector<Beneficiary_row> rows = work.beneficiaries().all();
    std::erase_if(rows, [&](const Beneficiary_row& row) {
        return row.dossier != dossier.id || row.iban != iban;
    });
    for (const Refused_account& refused : refused_accounts(work, dossier.id)) {
        if (refused.iban == iban) {
            std::erase_if(
                rows, [&](const Beneficiary_row& row) { return row.actor.as_of < refused.as_of; });
        }
    }
    return rows;
}

/// The dossier, if the person at the desk may prove accounts at all.
Result<Dossier_row> dossier_to_prove(Desk& desk, std::string_view number) {
    return check_right(desk, payments::Act::beneficiary).and_then([&](Done) {
        return find_dossier(desk.work(), number);
    });
}

} // namespace

std::vector<Refused_account> refused_accounts(Unit_of_work& work,
                                              std::optional<Dossier_id> dossier) {
    std::vector<Refused_account> refused;
    for (Refusal_row& row : work.answers().refusals(dossier)) {
        if (!payments::refuses_account(row.reason)) {
            continue;
        }
        if (!refused.empty() && refused.back().dossier == row.dossier &&
            refused.back().iban == row.iban) {
            refused.pop_back(); // the last one counts
        }
        refused.push_back({row.dossier, std::move(row.dossier_number), row.iban,
                           std::move(row.reason), row.as_of});
    }
    if (!refused.empty()) {
        const std::vector<Beneficiary_row> proofs = work.beneficiaries().all();
        std::erase_if(refused, [&](const Refused_account& each) {
            return std::ranges::any_of(
                proofs, [&](const Beneficiary_row& row) { return proves(row, each); });
        });
    }
    return refused;
}

Result<Beneficiary_row> confirm_beneficiary(Desk& desk, const Confirmation& wanted) {
    const auto dossier = dossier_to_prove(desk, wanted.dossier);
    if (!dossier) {
        return refuse(dossier.error());
    }
    for (const Beneficiary_row& row : confirmations(desk.work(), *dossier, wanted.iban)) {
        if (row.approved) {
            return refuse(beneficiary_proved, {{"dossier", dossier->number},
                                               {"user", row.approved->user},
                                               {"as_of", calendar::format(row.approved->as_of)}});
        }
        if (row.document == wanted.document) {
            return refuse(beneficiary_waits,
                          {{"dossier", dossier->number}, {"user", row.actor.user}});
        }
    }
    Beneficiary_row row{0, dossier->id, dossier->number, wanted.iban, wanted.document, desk.actor(),
                        {}};
    desk.work().beneficiaries().confirm(row);
    record(desk, beneficiary_confirmed(row));
    return row;
}

Result<Beneficiary_row> approve_beneficiary(Desk& desk, std::string_view number, const Iban& iban) {
    const auto dossier = dossier_to_prove(desk, number);
    if (!dossier) {
        return refuse(dossier.error());
    }
    std::vector<Beneficiary_row> rows = confirmations(desk.work(), *dossier, iban);
    const bool is_proved = std::ranges::any_of(
        rows, [](const Beneficiary_row& row) { return row.approved.has_value(); });
    if (rows.empty() || is_proved) {
        return refuse(beneficiary_unknown, {{"dossier", dossier->number}});
    }
    Beneficiary_row& row = rows.back();
    if (row.actor.user == desk.actor().user) {
        return refuse(second_person_needed, {{"user", row.actor.user}});
    }
    row.approved = desk.actor();
    desk.work().beneficiaries().approve(row.id, desk.actor());
    record(desk, beneficiary_approved(row));
    return std::move(row);
}

} // namespace saldo::app
