#pragma once

#include "app/lac.hpp"
#include "cli/render/report.hpp"

#include <vector>

namespace saldo::cli {

/// Debts before the commission, with where the decisions stand: schemas/json/lac_list.schema.json.
[[nodiscard]] render::Report lacs_report(const std::vector<app::Lac_row>& rows);

/// One of them: schemas/json/lac_show.schema.json. `rest` is what a plan that was decided now
/// leaves of the debt.
[[nodiscard]] render::Report lac_report(const app::Lac_row& row, std::optional<Money> rest = {});

} // namespace saldo::cli
