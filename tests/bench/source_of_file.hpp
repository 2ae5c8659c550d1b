#pragma once

#include "bank/source.hpp"
#include "cli/opened_file.hpp"

namespace saldo::bench {

/// The bytes of a file, read as the command reads a large one. The file must outlive the source.
[[nodiscard]] inline bank::Source source_of(const cli::Opened_file& file) {
    return [&file](std::uint64_t offset, std::span<char> into) { return file.read(offset, into); };
}

} // namespace saldo::bench
