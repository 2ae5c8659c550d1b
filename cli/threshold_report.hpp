#pragma once

#include "app/income_thresholds.hpp"
#include "cli/render/report.hpp"

namespace saldo::cli {

/// Incomes held against limits: schemas/json/rights_threshold.schema.json, without its findings.
[[nodiscard]] render::Report report_of(const app::Threshold_list& list, money::Rate within);

} // namespace saldo::cli
