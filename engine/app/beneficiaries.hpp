#pragma once

#include "app/desk.hpp"
#include "base/result.hpp"

namespace saldo::app {

/// An account of a payee to which nothing is paid any more: a bank said that it takes no payments.
struct Refused_account {
    Dossier_id dossier;
    std::string dossier_number;
    Iban iban;
    std::string reason; ///< code of the bank, the last one
    Date as_of;         ///< day on which the book took in the last one
};

/// The accounts that are refused in a dossier, or in all, in order of number and account. One is
/// refused no more once two persons proved it by a document confirmed on the day of the refusal or
/// later.
[[nodiscard]] std::vector<Refused_account> refused_accounts(Unit_of_work& work,
                                                            std::optional<Dossier_id> dossier);

/// That an account is the payee's, as a document shows.
struct Confirmation {
    std::string dossier; ///< number
    Iban iban;
    std::string document; ///< SHA-256 of the document, 64 lower-case hexadecimal digits
};

/// Says that an account belongs to the payee of a dossier. It waits for another person to approve
/// it; then the dossier may pay to it, whatever for. Refuses app.not_allowed, app.dossier_unknown,
/// app.beneficiary_proved when it was approved already and no bank refused it since, and
/// app.beneficiary_waits when the same document was given before.
[[nodiscard]] Result<Beneficiary_row> confirm_beneficiary(Desk& desk, const Confirmation& wanted);

/// Approves what another person confirmed last of this account. Refuses app.not_allowed,
/// app.dossier_unknown, app.beneficiary_unknown when nothing waits, and app.second_person_needed.
[[nodiscard]] Result<Beneficiary_row>
approve_beneficiary(Desk& desk, std::string_view dossier, const Iban& iban);

} // namespace saldo::app
