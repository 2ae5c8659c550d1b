#pragma once

#include "app/ports.hpp"
#include "cli/context.hpp"

#include <span>
#include <string>

/// What commands that take in files of the bank say of one.
namespace saldo::cli {

/// Says of a file that came before, under whatever name, when that was.
void say_earlier(const Context& context, const std::string& name, const app::File_row& earlier);

/// How a command ends for a file: unreadable if the refusal has one of these codes.
[[nodiscard]] Exit exit_of(const Refusal& refusal, std::span<const Code> unreadable);

} // namespace saldo::cli
