#pragma once

#include "app/ports.hpp"
#include "cli/command.hpp"
#include "cli/render/report.hpp"

#include <vector>

namespace saldo::cli {

/// Public keys of people: schemas/json/user_list.schema.json.
[[nodiscard]] render::Report report_of(const std::vector<app::User_key_row>& keys);

/// A public key as an argument of the command.
void add_public_key(CLI::App& made,
                    const std::string& help,
                    const Context& context,
                    std::function<void(const Public_key&)> take);

} // namespace saldo::cli
