#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Signatures with Ed25519 (RFC 8032), by libsodium. The same key gives the same signature of the
/// same bytes.
namespace saldo {

struct Public_key {
    std::array<std::uint8_t, 32> bytes{};

    friend auto operator<=>(const Public_key&, const Public_key&) = default;
};

struct Signature {
    std::array<std::uint8_t, 64> bytes{};

    friend auto operator<=>(const Signature&, const Signature&) = default;
};

/// The private half of a key pair: 32 secret bytes, from which all else of it follows. They are
/// wiped from memory when it ends.
class Secret_key {
public:
    using Seed = std::array<std::uint8_t, 32>;

    /// A new key, from the random numbers of the operating system.
    [[nodiscard]] static Secret_key generate();

    explicit Secret_key(const Seed& seed);
    ~Secret_key();
    Secret_key(Secret_key&& other) noexcept;
    Secret_key& operator=(Secret_key&&) = delete;
    Secret_key(const Secret_key&) = delete;
    Secret_key& operator=(const Secret_key&) = delete;

    [[nodiscard]] const Seed& seed() const { return seed_; }

    [[nodiscard]] Public_key public_key() const;

    [[nodiscard]] Signature sign(std::string_view bytes) const;

private:
    Seed seed_;
};

/// True if the holder of the key's private half signed these bytes and no others.
[[nodiscard]] bool
is_signed(std::string_view bytes, const Signature& signature, const Public_key& key);

/// 64 and 128 lower-case hexadecimal digits, and back. Reading takes either case and nothing else.
[[nodiscard]] std::string to_hex(const Public_key& key);
[[nodiscard]] std::string to_hex(const Signature& signature);
[[nodiscard]] std::optional<Public_key> public_key_from_hex(std::string_view digits);
[[nodiscard]] std::optional<Signature> signature_from_hex(std::string_view digits);

} // namespace saldo
