#pragma once

#include "cli/i18n/texts.hpp"

#include <CLI/CLI.hpp>

namespace saldo::cli {

/// What is wrong with the command line, in the language of `texts`.
[[nodiscard]] std::string
usage_error(const CLI::App& app, const CLI::ParseError& error, const i18n::Texts& texts);

/// The command as far as it was recognised: `saldo statement read`.
[[nodiscard]] std::string command_named(const CLI::App& app);

} // namespace saldo::cli
