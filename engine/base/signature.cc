#include "base/signature.hpp"

#include "base/hex.hpp"
#include "base/sodium_start.hpp"

#include <sodium.h>

namespace saldo {

namespace {

static_assert(std::tuple_size_v<decltype(Public_key::bytes)> == crypto_sign_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<decltype(Signature::bytes)> == crypto_sign_BYTES);
static_assert(std::tuple_size_v<Secret_key::Seed> == crypto_sign_SEEDBYTES);

/// Both halves as libsodium wants them; the private one is wiped when it ends.
struct Key_pair {
    explicit Key_pair(const Secret_key::Seed& seed) {
        start_sodium();
        crypto_sign_seed_keypair(public_half.bytes.data(), private_half.data(), seed.data());
    }

    ~Key_pair() { sodium_memzero(private_half.data(), private_half.size()); }

    Key_pair(const Key_pair&) = delete;
    Key_pair& operator=(const Key_pair&) = delete;

    Public_key public_half;
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> private_half{};
};

const unsigned char* signed_bytes(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

Secret_key Secret_key::generate() {
    start_sodium();
    Seed seed;
    randombytes_buf(seed.data(), seed.size());
    Secret_key key(seed);
    sodium_memzero(seed.data(), seed.size());
    return key;
}

Secret_key::Secret_key(const Seed& seed) : seed_(seed) {}

Secret_key::Secret_key(Secret_key&& other) noexcept : seed_(other.seed_) {
    sodium_memzero(other.seed_.data(), other.seed_.size());
}

Secret_key::~Secret_key() {
    sodium_memzero(seed_.data(), seed_.size());
}

Public_key Secret_key::public_key() const {
    return Key_pair(seed_).public_half;
}

Signature Secret_key::sign(std::string_view bytes) const {
    const Key_pair pair(seed_);
    Signature signature;
    crypto_sign_detached(signature.bytes.data(), nullptr, signed_bytes(bytes), bytes.size(),
                         pair.private_half.data());
    return signature;
}

bool is_signed(std::string_view bytes, const Signature& signature, const Public_key& key) {
    start_sodium();
    return crypto_sign_verify_detached(signature.bytes.data(), signed_bytes(bytes), bytes.size(),
                                       key.bytes.data()) == 0;
}

std::string to_hex(const Public_key& key) {
    return hex::format(key.bytes);
}

std::string to_hex(const Signature& signature) {
    return hex::format(signature.bytes);
}

std::optional<Public_key> public_key_from_hex(std::string_view digits) {
    Public_key key;
    return hex::parse(digits, key.bytes) ? std::optional(key) : std::nullopt;
}

std::optional<Signature> signature_from_hex(std::string_view digits) {
    Signature signature;
    return hex::parse(digits, signature.bytes) ? std::optional(signature) : std::nullopt;
}

} // namespace saldo
