#pragma once

#include <optional>
#include <string>

namespace saldo::cli {

/// Asks at the terminal of the process, whatever its input and output are, and does not show what
/// is typed. Nothing if there is no terminal, or if the person breaks it off.
[[nodiscard]] std::optional<std::string> ask_hidden(const std::string& question);

} // namespace saldo::cli
