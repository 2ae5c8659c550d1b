#include "cli/render/width.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace saldo::render {

namespace {

struct Block {
    std::uint32_t first;
    std::uint32_t last;
};

constexpr std::array zero_width{Block{0x0300, 0x036F}, Block{0x200B, 0x200F}, Block{0x20D0, 0x20FF},
                                Block{0xFE00, 0xFE0F}, Block{0xFEFF, 0xFEFF}};
constexpr std::array double_width{
    Block{0x1100, 0x115F}, Block{0x2E80, 0xA4CF}, Block{0xAC00, 0xD7A3},   Block{0xF900, 0xFAFF},
    Block{0xFE30, 0xFE6F}, Block{0xFF00, 0xFF60}, Block{0x1F300, 0x1F64F}, Block{0x20000, 0x3FFFD}};

template <std::size_t size> bool is_in(const std::array<Block, size>& blocks, std::uint32_t point) {
    return std::ranges::any_of(blocks, [point](const Block& block) {
        return block.first <= point && point <= block.last;
    });
}

std::size_t length_of(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    if (byte < 0x80) {
        return 1;
    }
    return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// The code point at the start of well-formed UTF-8.
std::uint32_t point_of(std::string_view text) {
    const std::size_t length = length_of(text.front());
    const auto lead = static_cast<unsigned char>(text.front());
    std::uint32_t point = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        point = (point << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    return point;
}

constexpr std::array control{Block{0, 0x1F}, Block{0x7F, 0x9F}, Block{0x202A, 0x202E},
                             Block{0x2066, 0x2069}};

} // namespace

std::size_t width(std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty()) {
        const std::uint32_t point = point_of(text);
        columns += is_in(zero_width, point) ? 0U : is_in(double_width, point) ? 2U : 1U;
        text.remove_prefix(length_of(text.front()));
    }
    return columns;
}

std::string printable(std::string_view text) {
    std::string shown;
    if (!text::is_utf8(text)) {
        for (const char c : text) {
            shown += c >= ' ' && c <= '~' ? c : '?';
        }
        return shown;
    }
    while (!text.empty()) {
        const std::size_t length = length_of(text.front());
        if (is_in(control, point_of(text))) {
            shown += ' ';
        } else {
            shown += text.substr(0, length);
        }
        text.remove_prefix(length);
    }
    return shown;
}

} // namespace saldo::render
