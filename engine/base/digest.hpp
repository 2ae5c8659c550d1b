#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace saldo {

/// 32 bytes of SHA-256 (files, documents) or BLAKE2b-256 (chains).
struct Digest {
    std::array<std::uint8_t, 32> bytes{};

    friend auto operator<=>(const Digest&, const Digest&) = default;
};

[[nodiscard]] Digest sha256(std::string_view bytes);

/// The same of bytes that come piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    Sha256(Sha256&&) = delete;
    Sha256& operator=(Sha256&&) = delete;

    void add(std::string_view bytes);

    /// Of all that was added. Nothing is added after it.
    [[nodiscard]] Digest finish();

private:
    struct State;

    std::unique_ptr<State> state_;
};

/// BLAKE2b-256 over a digest and the bytes after it, without copying them together.
[[nodiscard]] Digest blake2b(const Digest& previous, std::string_view bytes);

/// 64 lower-case hexadecimal digits, and back. Reading takes either case and nothing else.
[[nodiscard]] std::string to_hex(const Digest& digest);
[[nodiscard]] std::optional<Digest> digest_from_hex(std::string_view hex);

} // namespace saldo
