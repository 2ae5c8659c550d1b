#include "base/digest.hpp"

#include "base/invariant.hpp"

#include <sodium.h>

namespace saldo {

namespace {

const unsigned char* unsigned_bytes(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

Digest sha256(std::string_view bytes) {
    Digest digest;
    crypto_hash_sha256(digest.bytes.data(), unsigned_bytes(bytes), bytes.size());
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
    std::size_t length = 0;
    const char* end = nullptr;
    if (hex.size() != digest.bytes.size() * 2 ||
        sodium_hex2bin(digest.bytes.data(), digest.bytes.size(), hex.data(), hex.size(), nullptr,
                       &length, &end) != 0 ||
        length != digest.bytes.size()) {
        return std::nullopt;
    }
    return digest;
}

} // namespace saldo
