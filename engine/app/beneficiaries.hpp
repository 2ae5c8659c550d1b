#pragma once

#include "app/desk.hpp"
#include "base/result.hpp"

namespace saldo::app {

/// That an account is the payee's, as a document shows.
struct Confirmation {
    std::string dossier; ///< number
    Iban iban;
    std::string document; ///< SHA-256 of the document, 64 lower-case hexadecimal digits
};

/// Says that an account belongs to the payee of a dossier. It waits for another person to approve
/// it; then the dossier may pay to it, whatever for. Refuses app.not_allowed, app.dossier_unknown,
/// app.beneficiary_proved when it was approved already, and app.beneficiary_waits when the same
/// document was given before.
[[nodiscard]] Result<Beneficiary_row> confirm_beneficiary(Desk& desk, const Confirmation& wanted);

/// Approves what another person confirmed last of this account. Refuses app.not_allowed,
/// app.dossier_unknown, app.beneficiary_unknown when nothing waits, and app.second_person_needed.
[[nodiscard]] Result<Beneficiary_row>
approve_beneficiary(Desk& desk, std::string_view dossier, const Iban& iban);

} // namespace saldo::app
