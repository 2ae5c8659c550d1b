#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace saldo::bank {

/// How the characters of a bank file are coded. CODA and CSV files never say so.
enum class Charset : std::uint8_t { ascii, utf8, windows_1252 };

/// True if no byte is above 127. One pass at the speed of memory.
[[nodiscard]] bool is_ascii(std::string_view bytes);

/// Appends Windows-1252 text as UTF-8. The five bytes that code page leaves open become the
/// control characters of the same number, as browsers do: no byte is lost.
void append_windows_1252(std::string_view bytes, std::string& utf8);

/// Bytes of the UTF-8 character that starts with this byte, 1 for anything malformed.
[[nodiscard]] constexpr std::size_t character_length(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    if (byte < 0xC0) {
        return 1;
    }
    return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

} // namespace saldo::bank
