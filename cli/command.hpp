#pragma once

#include "cli/context.hpp"

#include <CLI/CLI.hpp>

namespace saldo::cli {

/// The group `name` of commands, made when first asked for. Its help text is `help.<name>`.
[[nodiscard]] CLI::App& group(CLI::App& root, const std::string& name, const Context& context);

/// A new command under the root or a group. Its help text is `help.<group>.<name>`.
[[nodiscard]] CLI::App& command(CLI::App& parent, const std::string& name, const Context& context);

/// What the command does once the whole command line was read.
void on_call(CLI::App& command, Context& context, std::function<Exit()> action);

/// The refusal as a usage error of this option.
[[nodiscard]] CLI::ValidationError
wrong_value(const std::string& option, const Refusal& refusal, const Context& context);

/// An option that takes a date, which must be one.
CLI::Option& add_date(CLI::App& command,
                      const std::string& option,
                      const std::string& help,
                      const Context& context,
                      std::function<void(Date)> take);

/// The option `--at`: the time in Brussels on the day the command works for.
void add_time(CLI::App& command, Context& context);

/// An option that takes an amount in euro.
CLI::Option& add_amount(CLI::App& command,
                        const std::string& option,
                        const std::string& help,
                        const Context& context,
                        std::function<void(Money)> take);

/// An option that takes an IBAN.
CLI::Option& add_iban(CLI::App& command,
                      const std::string& option,
                      const std::string& help,
                      const Context& context,
                      std::function<void(const Iban&)> take);

} // namespace saldo::cli
