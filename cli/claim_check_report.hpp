#pragma once

#include "app/claim_verdicts.hpp"
#include "cli/i18n/texts.hpp"
#include "cli/render/report.hpp"

#include <vector>

namespace saldo::cli {

/// The verdicts on claims, each with its arithmetic: schemas/json/claim_check.schema.json. The
/// messages of findings are those of `english`, for machines.
[[nodiscard]] render::Report
report_of(const std::vector<app::Verdict_row>& rows, Date on, const i18n::Texts& english);

/// What was decided on a claim: schemas/json/claim_decide.schema.json.
[[nodiscard]] render::Report decision_report(const app::Verdict_row& row);

} // namespace saldo::cli
