#pragma once

#include <string>

namespace saldo::test {

/// A UTF-8 text in Windows-1252; all its letters are in Latin-1.
inline std::string in_windows_1252(const std::string& utf8) {
    std::string text;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const bool is_lead = utf8[i] == '\xC2' || utf8[i] == '\xC3';
        const int shift = utf8[i] == '\xC3' ? 0x40 : 0;
        text +=
            is_lead ? static_cast<char>(static_cast<unsigned char>(utf8[i + 1]) + shift) : utf8[i];
        i += is_lead ? 1U : 0U;
    }
    return text;
}

} // namespace saldo::test
