#pragma once

#include "base/result.hpp"

#include <string>

namespace saldo::cli {

/// The bytes of a file or pipe. Refuses cli.file_missing, cli.file_is_folder and
/// cli.file_unreadable, with the name as given.
[[nodiscard]] Result<std::string> read_file(const std::string& name);

} // namespace saldo::cli
