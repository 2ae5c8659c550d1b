#pragma once

#include "bank/detect.hpp"
#include "bank/statement.hpp"

namespace saldo::bank {

/// Reads a bank file of any known format, told by its content or taken for what the caller says it
/// is. What can be read is read, and everything that does not hold is a finding of the file;
/// nothing is repaired. Refuses only a file of which nothing can be read: bank.format_unknown,
/// bank.file_too_large, bank.coda_version_unknown, bank.mt940_unreadable, bank.csv_header_unknown,
/// bank.xlsx_unreadable, bank.xlsx_too_large, and what camt/read.hpp names. The bytes are copied;
/// `read_owned` takes them over instead.
[[nodiscard]] Result<Statement_file> read(std::string_view bytes,
                                          std::optional<Format> format = {});
[[nodiscard]] Result<Statement_file> read_owned(std::string bytes,
                                                std::optional<Format> format = {});

/// Files beyond this size are refused; a month of a large bank's client has a few megabytes.
inline constexpr std::size_t file_size_max = std::size_t{1} << 31U;

} // namespace saldo::bank
