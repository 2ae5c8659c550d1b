#pragma once

#include "cli/context.hpp"

#include <string>
#include <vector>

namespace saldo::cli {

/// The language of the first `--lang`, wherever it stands: help and usage errors need it before
/// the command line is read. Dutch when there is none, or when it names no language of ours.
[[nodiscard]] i18n::Language language_asked(const std::vector<std::string>& arguments);

/// Reads the command line, overriding `context.options`, and runs the command it names.
[[nodiscard]] Exit run(const std::vector<std::string>& arguments, Context& context);

} // namespace saldo::cli
