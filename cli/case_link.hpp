#pragma once

#include "app/arrears.hpp"
#include "cli/command.hpp"

#include <string_view>

namespace saldo::cli {

/// What a person says of a case of arrears and a dossier: that they belong together, or do not.
using Case_link = Result<app::Case_row> (*)(app::Desk& desk,
                                            std::string_view number,
                                            std::string_view dossier,
                                            std::string_view reason);

/// The command `arrears <name>` that says so.
void register_case_link(CLI::App& root, Context& context, const std::string& name, Case_link link);

} // namespace saldo::cli
