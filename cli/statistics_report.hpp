#pragma once

#include "app/statistics.hpp"
#include "cli/render/report.hpp"

/// What the office counts. Machines always get the dossiers behind each figure, people if they ask.
namespace saldo::cli {

enum class Dossiers_shown { yes, to_machines };

[[nodiscard]] render::Report registration_report(const statistics::Registration& registration,
                                                 Dossiers_shown dossiers);

[[nodiscard]] render::Report caseload_report(const statistics::Caseload& caseload,
                                             Dossiers_shown dossiers);

[[nodiscard]] render::Report council_figures_report(const app::Council_report& council,
                                                    Dossiers_shown dossiers);

} // namespace saldo::cli
