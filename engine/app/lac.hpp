#pragma once

#include "app/desk.hpp"
#include "arrears/lac.hpp"
#include "base/result.hpp"
#include "law/figures.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Debts of dossiers before the local advisory commission (LAC). Each is a record of kind `lac`
/// about its dossier, with its number for a key.
namespace saldo::app {

/// A session with where its decision stands.
struct Lac_row {
    std::string dossier; ///< number
    arrears::Lac lac;
    arrears::Lac_standing standing;
};

/// A debt that comes before the commission.
struct Lac_request {
    std::string dossier; ///< number
    arrears::Lac lac;    ///< without a number and a decision
};

/// Takes down that a debt comes before the commission. Refuses app.dossier_unknown,
/// app.claim_unknown, and app.lac_exists where the claim is before it already, undecided.
[[nodiscard]] Result<Lac_row> open_lac(Desk& desk, const Lac_request& request);

/// What the commission decided.
struct Lac_verdict {
    std::string number;
    arrears::Lac_outcome outcome = arrears::Lac_outcome::time;
    bool unanimous = false;
    arrears::Client_heard client = arrears::Client_heard::absent;
    std::optional<Date> until{};
    std::optional<Date> from{};       ///< without one the day of the session, but of a plan
    std::optional<Money> amount{};    ///< of an immediate payment without one all that is owed
    std::optional<int> instalments{}; ///< of a plan; without a number as many as the debt fills
    std::string account{}; ///< bank account that pays a plan; empty if the dossier has only one
    std::string note{};
};

struct Decided_lac {
    Lac_row row;
    std::optional<Money> rest{}; ///< of the debt, that the instalments of a plan leave
};

/// Takes down the decision. What is owed is what stands on the claim on the day of the session. A
/// plan becomes the agreed instalment of the claim, with the communication of the one before, in
/// the next version of the document: runs pay it and plans take it as agreed. The claim becomes
/// `agreed` where it may.
///
/// Refuses app.lac_unknown, app.lac_decided, app.lac_session_ahead, app.lac_account_unknown,
/// app.lac_claim_in_plan where an adopted plan promises on the claim already, what
/// `arrears::check_decision` finds, what the account of the claim refuses, and what the check of a
/// dossier does.
[[nodiscard]] Result<Decided_lac>
decide_lac(Desk& desk, const law::Figures& figures, const Lac_verdict& verdict);

/// All sessions known on a day, or those of a dossier, in order of number, with where their
/// decisions stand at the end of it. Refuses app.dossier_unknown.
[[nodiscard]] Result<std::vector<Lac_row>>
lacs_on(Unit_of_work& work, std::string_view dossier, Date on);

/// One of them. Refuses app.lac_unknown.
[[nodiscard]] Result<Lac_row> find_lac(Unit_of_work& work, std::string_view number, Date on);

} // namespace saldo::app
