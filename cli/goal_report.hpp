#pragma once

#include "app/goals.hpp"
#include "cli/render/report.hpp"

namespace saldo::cli {

/// Goals with their steps as they stand on a day; with `open_only` those that have not ended.
[[nodiscard]] render::Report
goal_report(const std::vector<app::Goal_row>& rows, Date on, bool open_only = false);

} // namespace saldo::cli
