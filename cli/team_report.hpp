#pragma once

#include "app/evaluations.hpp"
#include "cli/render/report.hpp"

namespace saldo::cli {

[[nodiscard]] render::Report team_report(const app::Team_list& list, Date on);

/// Evaluations and reviews that are overdue on a day.
[[nodiscard]] render::Report overdue_report(const std::vector<evaluation::Item>& items, Date on);

} // namespace saldo::cli
