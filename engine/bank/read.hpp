#pragma once

#include "bank/statement.hpp"

namespace saldo::bank {

/// Reads a bank file of any known format. What can be read is read, and everything that does not
/// hold is a finding of the file; nothing is repaired. Refuses only a file of which nothing can be
/// read: bank.format_unknown, bank.file_too_large, bank.coda_version_unknown. The bytes are
/// copied; `read_owned` takes them over instead.
[[nodiscard]] Result<Statement_file> read(std::string_view bytes);
[[nodiscard]] Result<Statement_file> read_owned(std::string bytes);

} // namespace saldo::bank
