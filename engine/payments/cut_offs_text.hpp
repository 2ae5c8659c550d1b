#pragma once

#include <string_view>

namespace saldo::payments {

/// The text of schemas/bank/cut_offs.json.
[[nodiscard]] std::string_view cut_offs_text();

} // namespace saldo::payments
