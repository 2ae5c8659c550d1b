#pragma once

#include "app/requests.hpp"
#include "app/rights_checks.hpp"
#include "cli/i18n/texts.hpp"
#include "cli/render/report.hpp"

#include <vector>

namespace saldo::cli {

/// Requests as they stand: schemas/json/request_list.schema.json.
[[nodiscard]] render::Report report_of(const std::vector<app::Request_row>& requests,
                                       const i18n::Texts& texts);

/// One request whole: schemas/json/request_show.schema.json.
[[nodiscard]] render::Report request_report(const app::Request_row& request,
                                            const i18n::Texts& texts);

/// The check of rights of a request or dossier: schemas/json/rights_show.schema.json.
[[nodiscard]] render::Report report_of(const app::Rights_sheet& sheet);

} // namespace saldo::cli
