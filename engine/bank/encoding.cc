#include "bank/encoding.hpp"

#include <array>
#include <cstring>

namespace saldo::bank {

namespace {

/// Code points of the bytes 80 to 9F; all other bytes are their own code point.
constexpr std::array<std::uint16_t, 32> windows_1252_high{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void append_point(std::uint32_t point, std::string& utf8) {
    const auto put = [&](std::uint32_t byte) { utf8.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0U | (point >> 6U));
        put(0x80U | (point & 0x3FU));
    } else {
        put(0xE0U | (point >> 12U));
        put(0x80U | ((point >> 6U) & 0x3FU));
        put(0x80U | (point & 0x3FU));
    }
}

} // namespace

bool is_ascii(std::string_view bytes) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    constexpr std::size_t block = 64;
    const auto eight_at = [](const char* at) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, at, sizeof eight);
        return eight;
    };
    const char* at = bytes.data();
    std::size_t left = bytes.size();
    for (; left >= block; at += block, left -= block) {
        std::uint64_t any = 0;
        for (std::size_t i = 0; i < block; i += 8) {
            any |= eight_at(at + i);
        }
        if ((any & high_bits) != 0) {
            return false;
        }
    }
    std::uint64_t any = 0;
    for (; left >= 8; at += 8, left -= 8) {
        any |= eight_at(at);
    }
    for (; left > 0; ++at, --left) {
        any |= static_cast<unsigned char>(*at);
    }
    return (any & high_bits) == 0;
}

void append_windows_1252(std::string_view bytes, std::string& utf8) {
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool special = byte >= 0x80 && byte <= 0x9F;
        append_point(special ? windows_1252_high[byte - 0x80U] : byte, utf8);
    }
}

} // namespace saldo::bank
