#pragma once

#include "app/evaluations.hpp"
#include "cli/render/report.hpp"

namespace saldo::cli {

/// Whether people see each score, or what they come to alone.
enum class Skills_shown { yes, to_machines };

[[nodiscard]] render::Report evaluation_report(const std::vector<app::Evaluation_row>& rows,
                                               Skills_shown skills);

} // namespace saldo::cli
