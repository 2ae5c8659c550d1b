#pragma once

#include "app/closings.hpp"
#include "cli/context.hpp"
#include "cli/render/report.hpp"

#include <vector>

namespace saldo::cli {

/// The checklist of a closing, with what stands against its steps as findings:
/// schemas/json/dossier_closing.schema.json.
[[nodiscard]] Exit answer_closing(const Context& context, const Result<app::Closing_sheet>& sheet);

/// Households to be asked again: schemas/json/aftercare_list.schema.json.
[[nodiscard]] render::Report report_of(const std::vector<app::Aftercare_row>& rows);

} // namespace saldo::cli
