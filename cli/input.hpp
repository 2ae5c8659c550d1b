#pragma once

#include "app/import_dossiers.hpp"
#include "bank/source.hpp"
#include "base/result.hpp"

#include <string>

namespace saldo::cli {

/// The bytes of a file or pipe. Refuses cli.file_missing, cli.file_is_folder and
/// cli.file_unreadable, with the name as given.
[[nodiscard]] Result<std::string> read_file(const std::string& name);

/// The SHA-256 of a document that is kept outside the book, 64 hexadecimal digits; empty for no
/// name. Refuses what `read_file` does.
[[nodiscard]] Result<std::string> digest_of_file(const std::string& name);

/// The bytes of a file or pipe, piece by piece; of anything but a large file they are held in
/// memory. Refuses what `read_file` does, and throws std::system_error if a piece cannot be read.
[[nodiscard]] Result<bank::Source> open_file(const std::string& name);

/// All of the files, or a refusal that names each that cannot be read.
[[nodiscard]] Result<std::vector<app::Input_file>>
read_files(const std::vector<std::string>& names);

} // namespace saldo::cli
