#pragma once

#include "base/key_file.hpp"
#include "cli/context.hpp"

#include <optional>
#include <string>

/// The key of the person at the keyboard, and the passphrase that opens it.
namespace saldo::cli {

/// From the file that the surroundings name, else asked at the terminal without showing what is
/// typed; a new one is asked twice. Refuses cli.passphrase_missing when there is neither file nor
/// terminal or nothing was typed, cli.passphrase_differs, cli.secret_is_open when others may read
/// the file, and what `read_file` refuses.
[[nodiscard]] Result<Passphrase> ask_passphrase(const Context& context, bool is_new);

/// Opens a key file. Refuses cli.secret_is_open when others may read it, what `read_file` and
/// `ask_passphrase` refuse, base.key_file_damaged and base.passphrase_wrong.
[[nodiscard]] Result<Secret_key> open_key(const Context& context, const std::string& file);

/// A new key in a file of its own, which only its user may read (mode 0600). Refuses
/// cli.file_in_the_way, what `ask_passphrase` refuses and base.passphrase_too_short.
[[nodiscard]] Result<Public_key> make_key(const Context& context, const std::string& file);

/// The bytes of a file that nobody but its user may read.
[[nodiscard]] Result<std::string> read_secret(const std::string& file);

} // namespace saldo::cli
