#pragma once

#include "app/desk.hpp"

namespace saldo::app {

/// An act under the controls as the log of acts keeps it; the proof holds the rows against it.
struct Control_act {
    std::string kind;
    std::string dossier; ///< number, or empty
    Params facts;
    Actor actor;
};

[[nodiscard]] Control_act policy_loaded(const Policy_row& row);

/// `known` are the accounts of payees that this version found and let be. The policy must be
/// approved.
[[nodiscard]] Control_act policy_approved_act(const Policy_row& row,
                                              const std::vector<Known_beneficiary_row>& known);

[[nodiscard]] Control_act beneficiary_confirmed(const Beneficiary_row& row);

/// The account must be approved.
[[nodiscard]] Control_act beneficiary_approved(const Beneficiary_row& row);

[[nodiscard]] Control_act control_overridden(const Override_row& row);

[[nodiscard]] Control_act user_key_added(const User_key_row& row);

/// The key must have ended.
[[nodiscard]] Control_act user_key_ended(const User_key_row& row);

[[nodiscard]] Control_act figures_loaded(const Figures_row& row);

/// True for the kinds of the acts above.
[[nodiscard]] bool is_control_act(std::string_view kind);

/// Records an act of the person at the desk.
void record(Desk& desk, Control_act act);

} // namespace saldo::app
