#pragma once

#include "app/help_forms.hpp"
#include "cli/context.hpp"
#include "cli/render/report.hpp"

namespace saldo::cli {

/// Forms of help as they stand: schemas/json/help_list.schema.json, without its findings.
[[nodiscard]] render::Report report_of(const app::Form_list& list);

/// The forms of a dossier with their findings, or why there are none.
[[nodiscard]] Exit answer_forms(const Context& context, const Result<app::Form_list>& list);

} // namespace saldo::cli
