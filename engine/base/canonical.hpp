#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace saldo {

/// The bytes of a record as they are hashed: fields in a fixed order, numbers as 8 bytes little
/// endian, texts with their length before them. What is hashed lives for ever, so a change of
/// order or form needs a new version name at the start of the record.
class Canonical_bytes {
public:
    /// Starts again with the name and version of the record, such as `saldo.entry.1`.
    void start(std::string_view version) {
        bytes_.clear();
        add(version);
    }

    void add(std::int64_t number) {
        static_assert(std::endian::native == std::endian::little, "bytes are written as held");
        std::array<char, sizeof number> raw{};
        std::memcpy(raw.data(), &number, raw.size());
        bytes_.append(raw.data(), raw.size());
    }

    void add(std::string_view text) {
        add(static_cast<std::int64_t>(text.size()));
        bytes_.append(text);
    }

    [[nodiscard]] std::string_view bytes() const { return bytes_; }

private:
    std::string bytes_;
};

} // namespace saldo
