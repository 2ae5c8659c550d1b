#pragma once

#include "app/controls.hpp"
#include "cli/render/report.hpp"

namespace saldo::cli {

/// What the controls say of the payments of a run; people see it if they say anything.
[[nodiscard]] render::Table controls_table(app::Unit_of_work& work, const app::Run_sheet& sheet);

/// Every payment that was let through against a control:
/// schemas/json/audit_overrides.schema.json.
[[nodiscard]] render::Report report_of(const std::vector<app::Overridden>& overridden);

} // namespace saldo::cli
