#pragma once

#include <string_view>

namespace saldo::bank::csv {

/// The text of schemas/bank/csv_dialects.json.
[[nodiscard]] std::string_view dialects_text();

} // namespace saldo::bank::csv
