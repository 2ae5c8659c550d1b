#pragma once

#include "bank/detect.hpp"
#include "cli/command.hpp"

#include <memory>

namespace saldo::cli {

/// The option `--format`: what a bank file is taken for, instead of what its content tells.
[[nodiscard]] std::shared_ptr<std::optional<bank::Format>> add_format(CLI::App& command,
                                                                      const Context& context);

} // namespace saldo::cli
