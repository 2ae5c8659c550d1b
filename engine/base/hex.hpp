#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace saldo::hex {

/// Two lower-case hexadecimal digits for each byte.
[[nodiscard]] std::string format(std::span<const std::uint8_t> bytes);

/// Fills the bytes from exactly twice as many hexadecimal digits of either case; false, with the
/// bytes undefined, for any other text.
[[nodiscard]] bool parse(std::string_view digits, std::span<std::uint8_t> bytes);

} // namespace saldo::hex
