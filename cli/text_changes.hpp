#pragma once

#include "cli/render/report.hpp"
#include "payments/pain001/convert.hpp"

#include <vector>

namespace saldo::cli {

/// The texts that a payment file does not hold as they were given: for people if there are any.
[[nodiscard]] render::Table
text_changes_table(const std::vector<payments::pain001::Text_change>& changes);

} // namespace saldo::cli
