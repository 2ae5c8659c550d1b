#pragma once

#include "app/settings.hpp"
#include "cli/command.hpp"
#include "cli/render/report.hpp"

#include <memory>
#include <vector>

namespace saldo::cli {

/// The kind of setting, as the first argument.
[[nodiscard]] std::shared_ptr<const app::Setting*> add_setting(CLI::App& command,
                                                               const Context& context);

/// Which version of each is in force, and who loaded it.
[[nodiscard]] render::Report settings_report(const std::vector<app::Setting_sheet>& sheets);

} // namespace saldo::cli
