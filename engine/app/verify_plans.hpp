#pragma once

#include "app/ports.hpp"

#include <map>
#include <string>
#include <utility>

namespace saldo::app {

/// What the log of acts says of the adoption of plans, here or in the book they came from.
struct Logged_plans {
    std::map<std::pair<std::string, std::string>, audit::Event> adopted; ///< by dossier and plan

    /// Takes the event if it is one of these.
    void take(const audit::Event& event);
};

/// The adopted plans in the documents in force, the texts that the book keeps of them and the log
/// of acts say the same: who adopted which terms on which day, and what they come to
/// (app.plan_changed).
void verify_plans(Unit_of_work& work, const Logged_plans& logged, Findings& findings);

} // namespace saldo::app
