#pragma once

#include "cli/command.hpp"
#include "law/attachable.hpp"

namespace saldo::cli {

/// The options that say of which income of a month something is protected: `--income`, `--kind`,
/// `--children`.
void add_income(CLI::App& command, law::Attachable_request& request, const Context& context);

} // namespace saldo::cli
