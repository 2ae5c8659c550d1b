#pragma once

#include "app/runs.hpp"

namespace saldo::app {

/// What the controls of the policy need to know of the book for the payments of this run.
[[nodiscard]] payments::Control_facts
control_facts(Unit_of_work& work, const Run_sheet& sheet, const payments::Controls& controls);

} // namespace saldo::app
