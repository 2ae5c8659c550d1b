#pragma once

#include "app/claims.hpp"
#include "cli/render/report.hpp"

namespace saldo::cli {

/// Claims as they stand on a day, with what is paid on all of them, and owed on those that are not
/// closed.
[[nodiscard]] render::Report report_of(const std::vector<app::Claim_row>& claims, Date on);

/// One claim whole: what it stands on, its account step by step, its items, letters and history.
[[nodiscard]] render::Report report_of(const app::Claim_row& claim, Date on);

} // namespace saldo::cli
