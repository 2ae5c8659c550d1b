#pragma once

#include "app/signals.hpp"
#include "cli/command.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace saldo::cli {

/// Where signals are looked for, as a person says it.
struct Signal_options {
    std::vector<std::string> dossiers;
    std::optional<Date> since;
    std::optional<Date> on;
};

/// Gives a command `--dossier` and `--since`.
[[nodiscard]] std::shared_ptr<Signal_options> add_signal_options(CLI::App& made,
                                                                 const Context& context);

/// Without `--on` through the date of the command, without `--since` the 31 days before.
[[nodiscard]] app::Signal_request request_of(const Signal_options& options, const Context& context);

} // namespace saldo::cli
