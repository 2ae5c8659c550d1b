#pragma once

#include "app/policies.hpp"
#include "cli/render/report.hpp"

namespace saldo::cli {

/// A version of the policy, and where the others stand: schemas/json/policy_show.schema.json.
[[nodiscard]] render::Report report_of(app::Unit_of_work& work, const app::Policy_sheet& sheet);

} // namespace saldo::cli
