#pragma once

#include "app/claims.hpp"
#include "dossier/dossier.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace saldo::app {

/// The event that keeps that a claim was taken in. Its facts are `claim`, `stated`, `balance` and
/// `document` (SHA-256 of the letter, or empty).
inline constexpr std::string_view claim_added_event = "claim.added";

/// A claim that came in a letter.
struct New_claim {
    std::string dossier;  ///< number
    std::string creditor; ///< id; a new one needs the name of its payee
    party::Payee payee{};
    std::optional<Enterprise_number> enterprise_number{};
    dossier::Claim claim; ///< without an id it gets the next number of the creditor
    std::string document; ///< SHA-256 of the letter, or empty
};

struct Added_claim {
    Claim_row row;
    Findings findings; ///< it may be a debt that stands there already; why it has no account
};

/// Takes a claim into the document of its dossier, which gets its next version. Warns with
/// claims.possible_duplicate where another claim may be the same debt. Refuses app.dossier_unknown;
/// app.creditor_unknown, if it is new and has no name; app.creditor_differs, if it is known by
/// another name, account or number; app.claim_exists; and what the check of a dossier refuses.
[[nodiscard]] Result<Added_claim>
add_claim(Desk& desk, const law::Figures& figures, const New_claim& wanted);

} // namespace saldo::app
