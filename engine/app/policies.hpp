#pragma once

#include "app/desk.hpp"
#include "base/result.hpp"

namespace saldo::app {

/// Where a version of the policy stands: not yet approved and the newest; in force; or neither.
enum class Policy_state { waiting, in_force, replaced };

[[nodiscard]] std::string_view name(Policy_state state);

/// A version with what it says.
struct Policy_sheet {
    Policy_row row;
    Policy_state state = Policy_state::waiting;
    payments::Policy policy;
};

/// All versions, in their order.
[[nodiscard]] std::vector<Policy_sheet> policies(Unit_of_work& work);

/// One version; without one, what is in force, or else the newest. Refuses app.policy_unknown, and
/// app.policy_missing when no policy was ever loaded.
[[nodiscard]] Result<Policy_sheet> find_policy(Unit_of_work& work,
                                               std::optional<std::uint32_t> version);

/// What is in force; nothing if no policy was ever approved. Then everybody may do everything, but
/// who prepared a run does not approve it.
[[nodiscard]] std::optional<payments::Policy> policy_in_force(Unit_of_work& work);

/// Whether the policy in force lets the person at the desk do this. Refuses app.not_allowed.
[[nodiscard]] Result<Done> check_right(Desk& desk, payments::Act act);

/// Takes in a policy document as the next version, which waits for another person to approve it.
/// One that equals the newest is that one. Refuses app.not_allowed and all that
/// `payments::read_policy` refuses.
[[nodiscard]] Result<Policy_sheet> load_policy(Desk& desk, std::string_view document);

/// Puts the newest version in force. If it asks for proof of payees' accounts and the one before
/// did not, the accounts that are there already count as known: those that the first version of
/// each dossier's document names, as taken over when it entered the book, and those that runs paid.
///
/// Refuses app.not_allowed, app.policy_unknown, app.policy_approved, app.policy_not_newest, and
/// app.second_person_needed when it is the one who loaded it.
[[nodiscard]] Result<Policy_sheet> approve_policy(Desk& desk, std::uint32_t version);

} // namespace saldo::app
