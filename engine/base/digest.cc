#include "base/digest.hpp"

#include "base/hex.hpp"
#include "base/invariant.hpp"
#include "base/sodium_start.hpp"

#include <sodium.h>

#include <openssl/evp.h>
#include <openssl/sha.h>

namespace saldo {

namespace {

const unsigned char* unsigned_bytes(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
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

void start_sodium() {
    // Choosing the fastest implementation for this processor; safe and cheap to repeat.
    static const bool ready = sodium_init() >= 0;
    invariant(ready, "libsodium starts");
}

Digest blake2b(const Digest& previous, std::string_view bytes) {
    start_sodium();
    Digest digest;
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, digest.bytes.size());
    crypto_generichash_update(&state, previous.bytes.data(), previous.bytes.size());
    crypto_generichash_update(&state, unsigned_bytes(bytes), bytes.size());
    crypto_generichash_final(&state, digest.bytes.data(), digest.bytes.size());
    return digest;
}

std::string to_hex(const Digest& digest) {
    return hex::format(digest.bytes);
}

std::optional<Digest> digest_from_hex(std::string_view hex) {
    Digest digest;
    return hex::parse(hex, digest.bytes) ? std::optional(digest) : std::nullopt;
}

} // namespace saldo
