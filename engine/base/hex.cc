#include "base/hex.hpp"

#include <array>
#include <cstddef>

namespace saldo::hex {

namespace {

constexpr std::string_view digit_of = "0123456789abcdef";

/// The value of a hexadecimal digit, by its character; -1 for any other.
constexpr std::array<std::int8_t, 256> value_of = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    constexpr std::string_view capitals = "0123456789ABCDEF";
    for (std::size_t i = 0; i < digit_of.size(); ++i) {
        values[static_cast<unsigned char>(digit_of[i])] = static_cast<std::int8_t>(i);
        values[static_cast<unsigned char>(capitals[i])] = static_cast<std::int8_t>(i);
    }
    return values;
}();

int value(char c) {
    return value_of[static_cast<unsigned char>(c)];
}

} // namespace

std::string format(std::span<const std::uint8_t> bytes) {
    std::string digits;
    digits.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        digits += digit_of[byte >> 4U];
        digits += digit_of[byte & 0xFU];
    }
    return digits;
}

bool parse(std::string_view digits, std::span<std::uint8_t> bytes) {
    if (digits.size() != bytes.size() * 2) {
        return false;
    }
    int wrong = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int high = value(digits[2 * i]);
        const int low = value(digits[2 * i + 1]);
        wrong |= high | low; // negative if either is
        bytes[i] = static_cast<std::uint8_t>((high << 4) | (low & 0xF));
    }
    return wrong >= 0;
}

} // namespace saldo::hex
