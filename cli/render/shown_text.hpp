#pragma once

#include "cli/i18n/texts.hpp"
#include "cli/render/report.hpp"

#include <string>

namespace saldo::render {

/// The cell as people of the language of `texts` read it, safe for a terminal. Rows show nothing:
/// the table renderer puts them on lines of their own.
[[nodiscard]] std::string shown_text(const Cell& cell, const i18n::Texts& texts);

/// Amounts and counts stand at the right of their column.
[[nodiscard]] bool is_number(const Cell& cell);

} // namespace saldo::render
