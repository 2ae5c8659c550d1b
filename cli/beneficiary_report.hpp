#pragma once

#include "app/beneficiaries.hpp"
#include "cli/render/report.hpp"

#include <vector>

namespace saldo::cli {

/// Accounts of payees: schemas/json/beneficiary_list.schema.json.
[[nodiscard]] render::Report report_of(const std::vector<app::Beneficiary_row>& rows,
                                       const std::vector<app::Refused_account>& refused,
                                       const std::vector<app::Known_beneficiary_row>& known);

} // namespace saldo::cli
