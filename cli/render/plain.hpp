#pragma once

#include "cli/render/report.hpp"

#include <string>

namespace saldo::render {

/// The cell as machines read it: `1234.56`, `2026-03-31`, `true`; empty for Absent. Rows are not a
/// text: that is a broken contract.
[[nodiscard]] std::string plain(const Cell& cell);

} // namespace saldo::render
