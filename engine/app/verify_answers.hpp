#pragma once

#include "app/ports.hpp"

#include <set>
#include <string>
#include <utility>

namespace saldo::app {

/// What the log says of answers: run and digest of the bytes.
using Logged_answers = std::set<std::pair<std::string, std::string>>;

/// Every answer of the bank is one that the log names, and every one it names is there; what stands
/// with it is what its kept bytes say (app.answer_changed). A payment is marked as rejected if an
/// answer rejected it while it waited for the bank, and only then (app.rejection_changed).
void verify_answers(Unit_of_work& work, Logged_answers logged, Findings& findings);

} // namespace saldo::app
