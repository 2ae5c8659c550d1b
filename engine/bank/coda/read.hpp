#pragma once

#include "bank/statement.hpp"

namespace saldo::bank::coda {

/// True if the file starts with a CODA header, of whatever version.
[[nodiscard]] bool is_coda(std::string_view bytes);

/// Reads all logical files of a CODA file, versions 1 and 2, and checks each and the chain from
/// one to the next of the same account and currency. Refuses bank.format_unknown and
/// bank.coda_version_unknown (of the first logical file; a later one of another version is an
/// error finding).
[[nodiscard]] Result<Statement_file> read(std::string bytes);

} // namespace saldo::bank::coda
