#pragma once

#include "app/bills.hpp"
#include "cli/render/report.hpp"

#include <vector>

namespace saldo::cli {

/// Bills with where they stand: schemas/json/bill_list.schema.json.
[[nodiscard]] render::Report report_of(const std::vector<app::Bill_row>& bills);

} // namespace saldo::cli
