#include "bank/lines.hpp"

#include <cstring>

namespace saldo::bank {

std::string_view take_line(std::string_view& rest) {
    std::string_view line = rest;
    const void* end = rest.empty() ? nullptr : std::memchr(rest.data(), '\n', rest.size());
    if (end == nullptr) {
        rest = {};
        return line;
    }
    const auto length = static_cast<std::size_t>(static_cast<const char*>(end) - rest.data());
    line = rest.substr(0, length);
    rest.remove_prefix(length + 1);
    if (!line.empty() && line.back() == '\r') {
        line.remove_suffix(1);
    }
    return line;
}

std::string_view without_mark(std::string_view bytes) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    return bytes.starts_with(byte_order_mark) ? bytes.substr(byte_order_mark.size()) : bytes;
}

} // namespace saldo::bank
