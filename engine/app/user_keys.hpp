#pragma once

#include "app/runs.hpp"

namespace saldo::app {

/// Registers the public key of a person, who gave it to the one at the desk. From now on its
/// signatures approve runs in the owner's name. Refuses app.not_allowed, app.key_of_oneself and
/// app.key_exists.
[[nodiscard]] Result<User_key_row>
add_user_key(Desk& desk, std::string owner, const Public_key& key);

/// A key that was lost or stolen approves nothing more; what it signed stays, but a run that has
/// not left does not leave with it. The owner always may. Refuses app.not_allowed, app.key_unknown,
/// app.key_ended and app.reason_missing.
[[nodiscard]] Result<User_key_row>
end_user_key(Desk& desk, const Public_key& key, const std::string& reason);

/// Signs a run for the person at the desk. Refuses app.key_unknown, app.key_of_another,
/// app.key_ended, and, without a key, app.signature_missing when the policy wants a signature.
[[nodiscard]] Result<std::optional<Signature_row>>
sign_run(Desk& desk, const Run_sheet& sheet, const Secret_key* key);

/// Whether the signature under an approved run is what its approver put there under its present
/// bytes. A run that is about to leave also needs a signature if the policy wants one, by a key
/// that has not ended. Refuses app.signature_wrong, app.signature_missing, app.key_unknown,
/// app.key_of_another and app.key_ended.
[[nodiscard]] Result<Done> check_signature(Unit_of_work& work, const Run_sheet& sheet);

/// The signature under a run, if it has one, is by a key of its approver and for its present bytes.
[[nodiscard]] bool is_signature_right(Unit_of_work& work, const payments::Run& run);

} // namespace saldo::app
