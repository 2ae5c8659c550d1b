#pragma once

#include "app/arrears.hpp"
#include "cli/render/report.hpp"

#include <vector>

namespace saldo::cli {

/// What a list did: schemas/json/arrears_import.schema.json.
[[nodiscard]] render::Report import_report(const app::Imported_list& imported);

/// The contact list, with the names of the tenants: schemas/json/arrears_list.schema.json.
[[nodiscard]] render::Report cases_report(const std::vector<app::Case_row>& rows, Date on);

/// One case with all its steps and lists: schemas/json/arrears_show.schema.json.
[[nodiscard]] render::Report case_report(const app::Case_row& row, Date on);

} // namespace saldo::cli
