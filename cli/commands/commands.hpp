#pragma once

#include "cli/context.hpp"

namespace CLI {
class App;
}

/// One function per command, each in the file of its name.
namespace saldo::cli {

void register_init(CLI::App& root, Context& context);
void register_dossier_import(CLI::App& root, Context& context);
void register_dossier_list(CLI::App& root, Context& context);
void register_dossier_export(CLI::App& root, Context& context);
void register_statement_read(CLI::App& root, Context& context);

} // namespace saldo::cli
