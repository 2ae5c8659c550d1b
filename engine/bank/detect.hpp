#pragma once

#include "base/named.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace saldo::bank {

enum class Format : std::uint8_t { coda, camt, mt940, csv, xlsx };

/// The words for formats in options and answers.
inline constexpr std::array format_names{Named{Format::coda, "coda"}, Named{Format::camt, "camt"},
                                         Named{Format::mt940, "mt940"}, Named{Format::csv, "csv"},
                                         Named{Format::xlsx, "xlsx"}};

/// The format of a bank file by its content; names of files say nothing. Nothing if unknown.
[[nodiscard]] std::optional<Format> detect(std::string_view bytes);

} // namespace saldo::bank
