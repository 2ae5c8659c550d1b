#pragma once

#include "app/hand_over.hpp"
#include "app/propose_stage.hpp"
#include "cli/render/report.hpp"

#include <vector>

namespace saldo::cli {

/// Where a dossier stands: its rung, who pays which line, its steps and the letters it asks for.
[[nodiscard]] render::Report stage_report(const app::Stage_sheet& sheet);

/// One row a dossier.
[[nodiscard]] render::Report stage_list_report(const std::vector<app::Stage_sheet>& sheets);

/// The next rung with what is asked there and what proves it, and what tells of a crisis.
[[nodiscard]] render::Report stage_proposal_report(const app::Stage_proposal& proposal);

} // namespace saldo::cli
