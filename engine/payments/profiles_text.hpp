#pragma once

#include <string_view>

namespace saldo::payments {

/// The texts of schemas/json/bank_profiles.schema.json and schemas/bank/profiles.json.
[[nodiscard]] std::string_view profiles_schema_text();
[[nodiscard]] std::string_view built_in_profiles_text();

} // namespace saldo::payments
