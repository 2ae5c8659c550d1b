#pragma once

#include "base/result.hpp"
#include "base/signature.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// The private key of a person as a text that only the passphrase opens: Argon2id makes a key of
/// the passphrase (crypto_pwhash), which opens a box of XSalsa20 and Poly1305 (crypto_secretbox).
namespace saldo {

/// What a person keeps in mind. It is wiped from memory when it ends.
class Passphrase {
public:
    explicit Passphrase(std::string text) : text_(std::move(text)) {}

    ~Passphrase();
    Passphrase(Passphrase&& other) noexcept;
    Passphrase& operator=(Passphrase&&) = delete;
    Passphrase(const Passphrase&) = delete;
    Passphrase& operator=(const Passphrase&) = delete;

    [[nodiscard]] std::string_view text() const { return text_; }

private:
    void wipe() noexcept;

    std::string text_;
};

/// A passphrase has at least this many characters.
inline constexpr std::size_t passphrase_length_min = 12;

/// What one guess at a passphrase costs whoever guesses: passes over so much memory.
struct Key_cost {
    std::uint64_t passes = 3;
    std::uint64_t memory_bytes = 256ULL << 20U; ///< in units of 1 KiB
};

/// The file of a key, seven lines of text. Its salt and nonce are random, so no two are alike.
/// Refuses base.passphrase_too_short.
[[nodiscard]] Result<std::string>
write_key_file(const Secret_key& key, const Passphrase& passphrase, Key_cost cost = {});

/// The public half, which needs no passphrase. Refuses base.key_file_damaged: the text is no key
/// file, or asks for more than 1 GiB or 16 passes.
[[nodiscard]] Result<Public_key> public_key_of_file(std::string_view text);

/// Opens it. Refuses base.key_file_damaged, also when its public half is another one, and
/// base.passphrase_wrong.
[[nodiscard]] Result<Secret_key> read_key_file(std::string_view text, const Passphrase& passphrase);

} // namespace saldo
