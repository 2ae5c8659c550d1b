#pragma once

#include "app/plans.hpp"
#include "cli/i18n/texts.hpp"
#include "cli/render/report.hpp"

#include <vector>

namespace saldo::cli {

/// Adopted plans with where they stand: schemas/json/plan_list.schema.json.
[[nodiscard]] render::Report plan_list_report(const std::vector<app::Plan_row>& plans);

/// One of them, instalment by instalment and creditor by creditor, on a day:
/// schemas/json/plan_show.schema.json. `english` words the findings for machines.
[[nodiscard]] render::Report
plan_show_report(const app::Plan_row& row, Date on, const i18n::Texts& english);

} // namespace saldo::cli
