#pragma once

#include "cli/context.hpp"

namespace CLI {
class App;
}

/// One function per command, each in the file of its name.
namespace saldo::cli {

void register_statement_read(CLI::App& root, Context& context);

} // namespace saldo::cli
