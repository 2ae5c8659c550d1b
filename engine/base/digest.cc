#include "base/digest.hpp"

#include "base/invariant.hpp"

#include <sodium.h>

#include <array>
#include <openssl/evp.h>
#include <openssl/sha.h>

namespace saldo {

namespace {

const unsigned char* unsigned_bytes(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// The value of a hexadecimal digit, by its character; -1 for any other.
constexpr std::array<std::int8_t, 256> hex_values = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr std::string_view capitals = "0123456789ABCDEF";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        values[static_cast<unsigned char>(digits[i])] = static_cast<std::int8_t>(i);
        values[static_cast<unsigned char>(capitals[i])] = static_cast<std::int8_t>(i);
    }
    return values;
}();

int hex_value(char c) {
    return hex_values[static_cast<unsigned char>(c)];
}

} // namespace

Digest sha256(std::string_view bytes) {
    Digest digest;
    SHA256(unsigned_bytes(bytes), bytes.size(), digest.bytes.data());
    return digest;
}

struct Sha256::State {
    struct Free {
        void operator()(EVP_MD_CTX* freed) const { EVP_MD_CTX_free(freed); }
    };

    std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    const bool has_begun = EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr) == 1;
    invariant(has_begun, "OpenSSL computes SHA-256");
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size());
}

Digest Sha256::finish() {
    Digest digest;
    EVP_DigestFinal_ex(state_->context.get(), digest.bytes.data(), nullptr);
    return digest;
}

Digest blake2b(const Digest& previous, std::string_view bytes) {
    // Choosing the fastest implementation for this processor; safe and cheap to repeat.
    static const bool ready = sodium_init() >= 0;
    invariant(ready, "libsodium starts");
    Digest digest;
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, digest.bytes.size());
    crypto_generichash_update(&state, previous.bytes.data(), previous.bytes.size());
    crypto_generichash_update(&state, unsigned_bytes(bytes), bytes.size());
    crypto_generichash_final(&state, digest.bytes.data(), digest.bytes.size());
    return digest;
}

std::string to_hex(const Digest& digest) {
    std::string hex(digest.bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), digest.bytes.data(), digest.bytes.size());
    hex.pop_back();
    return hex;
}

std::optional<Digest> digest_from_hex(std::string_view hex) {
    Digest digest;
    if (hex.size() != digest.bytes.size() * 2) {
        return std::nullopt;
    }
    int wrong = 0;
    for (std::size_t i = 0; i < digest.bytes.size(); ++i) {
        const int high = hex_value(hex[2 * i]);
        const int low = hex_value(hex[2 * i + 1]);
        wrong |= high | low; // negative if either is
        digest.bytes[i] = static_cast<std::uint8_t>((high << 4) | (low & 0xF));
    }
    return wrong < 0 ? std::nullopt : std::optional(digest);
}

} // namespace saldo
