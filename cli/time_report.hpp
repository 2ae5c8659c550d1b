#pragma once

#include "app/statistics.hpp"
#include "cli/render/report.hpp"

namespace saldo::cli {

[[nodiscard]] render::Report time_report(const std::vector<statistics::Time_entry>& entries);

} // namespace saldo::cli
