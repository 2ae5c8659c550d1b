#include "base/key_file.hpp"

#include "base/codes.hpp"
#include "base/hex.hpp"
#include "base/sodium_start.hpp"
#include "base/text.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <new>

namespace saldo {

namespace {

constexpr std::string_view first_line = "saldo.key.1";
constexpr std::uint64_t memory_bytes_max = 1ULL << 30U;
constexpr std::uint64_t memory_unit = 1024;
constexpr std::uint64_t passes_max = 16;

/// What stands in a key file.
struct Key_file {
    Public_key public_key;
    Key_cost cost;
    std::array<std::uint8_t, crypto_pwhash_SALTBYTES> salt{};
    std::array<std::uint8_t, crypto_secretbox_NONCEBYTES> nonce{};
    std::array<std::uint8_t, crypto_secretbox_MACBYTES + crypto_sign_SEEDBYTES> box{};
};

/// The key of the box; wiped when it ends.
struct Box_key {
    Box_key(const Passphrase& passphrase, const Key_file& file) {
        const std::string_view text = passphrase.text();
        const int failed =
            crypto_pwhash(bytes.data(), bytes.size(), text.data(), text.size(), file.salt.data(),
                          file.cost.passes, file.cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
        if (failed != 0) {
            throw std::bad_alloc(); // it has no other reason to fail
        }
    }

    ~Box_key() { sodium_memzero(bytes.data(), bytes.size()); }

    Box_key(const Box_key&) = delete;
    Box_key& operator=(const Box_key&) = delete;

    std::array<unsigned char, crypto_secretbox_KEYBYTES> bytes{};
};

/// Takes the lines of a key file one after the other.
class Line_reader {
public:
    explicit Line_reader(std::string_view text) : rest_(text) {}

    /// What follows `name` and a blank on the next line; empty if it is not that line.
    std::string_view value(std::string_view name) {
        const std::string_view line = next();
        return line.size() > name.size() && line.starts_with(name) && line[name.size()] == ' '
                   ? line.substr(name.size() + 1)
                   : std::string_view();
    }

    std::string_view next() {
        const std::size_t end = rest_.find('\n');
        const std::string_view line = rest_.substr(0, end);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        return line;
    }

    [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

Result<Key_file> parsed(std::string_view text) {
    Line_reader lines(text);
    Key_file file;
    bool holds = lines.next() == first_line;
    holds &= hex::parse(lines.value("public"), file.public_key.bytes);
    file.cost.passes = text::to_integer<std::uint64_t>(lines.value("passes")).value_or(0);
    file.cost.memory_bytes = text::to_integer<std::uint64_t>(lines.value("memory")).value_or(0);
    holds &= hex::parse(lines.value("salt"), file.salt);
    holds &= hex::parse(lines.value("nonce"), file.nonce);
    holds &= hex::parse(lines.value("box"), file.box);
    holds &= lines.is_at_end() && text.ends_with('\n');
    holds &= file.cost.passes >= crypto_pwhash_OPSLIMIT_MIN && file.cost.passes <= passes_max;
    holds &= file.cost.memory_bytes >= crypto_pwhash_MEMLIMIT_MIN &&
             file.cost.memory_bytes <= memory_bytes_max &&
             file.cost.memory_bytes % memory_unit == 0; // Argon2 drops the rest
    return holds ? Result<Key_file>(file) : refuse(key_file_damaged);
}

} // namespace

Passphrase::~Passphrase() {
    wipe();
}

Passphrase::Passphrase(Passphrase&& other) noexcept : text_(other.text_) {
    other.wipe();
}

void Passphrase::wipe() noexcept {
    sodium_memzero(text_.data(), text_.size());
    text_.clear();
}

Result<std::string>
write_key_file(const Secret_key& key, const Passphrase& passphrase, Key_cost cost) {
    if (text::length_utf8(passphrase.text()) < passphrase_length_min) {
        return refuse(passphrase_too_short,
                      {{"characters_min", std::to_string(passphrase_length_min)}});
    }
    start_sodium();
    Key_file file{.public_key = key.public_key(), .cost = cost};
    randombytes_buf(file.salt.data(), file.salt.size());
    randombytes_buf(file.nonce.data(), file.nonce.size());
    const Box_key box_key(passphrase, file);
    crypto_secretbox_easy(file.box.data(), key.seed().data(), key.seed().size(), file.nonce.data(),
                          box_key.bytes.data());
    return fmt::format("{}\npublic {}\npasses {}\nmemory {}\nsalt {}\nnonce {}\nbox {}\n",
                       first_line, to_hex(file.public_key), file.cost.passes,
                       file.cost.memory_bytes, hex::format(file.salt), hex::format(file.nonce),
                       hex::format(file.box));
}

Result<Public_key> public_key_of_file(std::string_view text) {
    return parsed(text).map([](const Key_file& file) { return file.public_key; });
}

Result<Secret_key> read_key_file(std::string_view text, const Passphrase& passphrase) {
    start_sodium();
    const auto file = parsed(text);
    if (!file) {
        return refuse(file.error());
    }
    const Box_key box_key(passphrase, *file);
    Secret_key::Seed seed{};
    if (crypto_secretbox_open_easy(seed.data(), file->box.data(), file->box.size(),
                                   file->nonce.data(), box_key.bytes.data()) != 0) {
        return refuse(passphrase_wrong);
    }
    Secret_key key(seed);
    sodium_memzero(seed.data(), seed.size());
    if (key.public_key() != file->public_key) {
        return refuse(key_file_damaged);
    }
    return key;
}

} // namespace saldo
