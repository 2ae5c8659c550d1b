#pragma once

#include "cli/context.hpp"
#include "payments/bank_profile.hpp"
#include "payments/pain001/schema.hpp"

#include <optional>
#include <string>

namespace saldo::cli {

/// The profiles of banks in a file; none without a name. Refuses what `read_file` and
/// `read_bank_profiles` refuse.
[[nodiscard]] Result<std::optional<payments::Bank_profiles>> read_profiles(const std::string& file);

/// The official schemas in a folder, under the names of their publisher:
/// `pain.001.001.03.xsd` and `pain.001.001.09.xsd`. None without a name of the folder. Refuses
/// cli.schema_missing if neither is there, what `read_file` refuses, and
/// payments.schema_unreadable.
[[nodiscard]] Result<payments::pain001::Schemas> read_schemas(const std::string& folder);

} // namespace saldo::cli
