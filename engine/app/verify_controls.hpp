#pragma once

#include "app/ports.hpp"

#include <map>
#include <string>

namespace saldo::app {

/// What the log of acts says of the controls.
struct Logged_controls {
    std::vector<audit::Event> acts;           ///< of policies, accounts of payees, overrides, keys
    std::map<std::string, audit::Event> runs; ///< the approval of each run, by its number

    /// Takes the event if it is one of these.
    void take(const audit::Event& event);
};

/// Policies, proved accounts of payees, overrides and keys are what the log of acts says of them,
/// and the log says nothing else (app.control_act_changed); an approved run bears the signature
/// that was put under it, and it holds for what stands in the run (app.signature_wrong).
void verify_controls(Unit_of_work& work, const Logged_controls& logged, Findings& findings);

} // namespace saldo::app
