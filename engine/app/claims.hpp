#pragma once

#include "app/desk.hpp"
#include "claims/account.hpp"
#include "dossier/dossier.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saldo::app {

/// A claim with where it stands on a day.
struct Claim_row {
    std::string dossier; ///< number
    std::string creditor;
    party::Payee payee; ///< the creditor
    dossier::Claim claim;
    dossier::Claim_status status = dossier::Claim_status::stated;
    std::optional<claims::Claim_account> account; ///< none on a day it cannot be told of

    [[nodiscard]] std::string id() const { return creditor + "/" + claim.id; }
};

struct Claim_list {
    std::vector<Claim_row> rows;
    Findings findings; ///< of a claim with its place, `2026-0012 creditor/claim`
};

/// What the book paid on the claims of a dossier, from the entries on their ledger accounts without
/// those that opened them. What came back has the number of the entry it sends back, where the book
/// knows it. The journal is read once.
class Payments_on_claims {
public:
    Payments_on_claims(Unit_of_work& work, Dossier_id dossier);

    /// On the claim of a ledger account, in order of entry.
    [[nodiscard]] const std::vector<claims::Paid>& of(std::string_view code) const;

private:
    void add(const Entry& entry);
    [[nodiscard]] std::uint64_t paying(const Entry& entry) const;

    std::map<std::string, std::vector<claims::Paid>, std::less<>> by_account_;
    std::map<Movement_id, std::uint64_t> entry_of_; ///< the last one on a claim
};

/// All claims, or those of a dossier, as they stand at the end of a day; in order of dossier,
/// creditor and claim. Why one has no account is a finding, as is claims.possible_duplicate.
/// Refuses app.dossier_unknown.
[[nodiscard]] Result<Claim_list> claims_on(Unit_of_work& work,
                                           const law::Figures& figures,
                                           std::optional<std::string_view> dossier,
                                           Date on);

/// One claim, `creditor/claim`, with its account. Refuses app.dossier_unknown, app.claim_unknown
/// and what its account refuses (claims/account.hpp).
[[nodiscard]] Result<Claim_row> claim_on(Unit_of_work& work,
                                         const law::Figures& figures,
                                         std::string_view dossier,
                                         std::string_view claim,
                                         Date on);

/// A new status of a claim.
struct Status_request {
    std::string dossier;
    std::string claim;
    dossier::Claim_status status = dossier::Claim_status::stated;
    std::string reason; ///< may be empty where the move is free
};

/// Gives the claim its new status on the day of the book: the document of the dossier gets its next
/// version. Refuses app.dossier_unknown, app.claim_unknown, app.claim_move_wrong,
/// app.claim_move_too_early before the last change, app.reason_missing where the move needs one
/// (claims/status.hpp), and, if it is said to be paid without a reason, app.claim_still_owed while
/// something is owed and what its account refuses.
[[nodiscard]] Result<Claim_row>
set_claim_status(Desk& desk, const law::Figures& figures, const Status_request& request);

} // namespace saldo::app
