#include "bank/source.hpp"

#include <algorithm>
#include <cstring>

namespace saldo::bank {

Source source_of(std::string_view bytes) {
    return [bytes](std::uint64_t offset, std::span<char> into) -> std::size_t {
        if (offset >= bytes.size()) {
            return 0;
        }
        const std::string_view rest = bytes.substr(static_cast<std::size_t>(offset));
        const std::size_t size = std::min(rest.size(), into.size());
        std::memcpy(into.data(), rest.data(), size);
        return size;
    };
}

std::size_t fill(const Source& source, std::uint64_t offset, std::span<char> into) {
    std::size_t filled = 0;
    while (filled < into.size()) {
        const std::size_t more = source(offset + filled, into.subspan(filled));
        if (more == 0) {
            break;
        }
        filled += more;
    }
    return filled;
}

} // namespace saldo::bank
