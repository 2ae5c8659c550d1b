#pragma once

#include <string_view>

namespace saldo::law {

/// The text of schemas/law/figures.csv.
[[nodiscard]] std::string_view figures_text();

/// The text of schemas/law/sources.csv.
[[nodiscard]] std::string_view sources_text();

} // namespace saldo::law
