// Goal: a signature holds for its bytes and key alone, and a key file opens with its passphrase
// alone. Method: the first two vectors of RFC 8032, section 7.1; then every byte of signature, key
// and text is changed in turn.
#include "base/codes.hpp"
#include "base/hex.hpp"
#include "base/key_file.hpp"

#include <doctest/doctest.h>

using namespace saldo;

namespace {

constexpr Key_cost cheap{1, 8192};

Secret_key key_of(std::string_view seed_digits) {
    Secret_key::Seed seed{};
    REQUIRE(hex::parse(seed_digits, seed));
    return Secret_key(seed);
}

Secret_key sample_key() {
    return key_of("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
}

std::string key_file(const Secret_key& key, const char* passphrase) {
    const auto file = write_key_file(key, Passphrase(passphrase), cheap);
    REQUIRE(file.has_value());
    return *file;
}

constexpr const char* phrase = "zeven sloten op de deur";

} // namespace

TEST_CASE("the vectors of RFC 8032") {
    struct Row {
        const char* seed;
        const char* public_key;
        std::string bytes;
        const char* signature;
    };

    const Row rows[] = {
        {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
         "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
         "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e397"
         "01cf9b46bd25bf5f0595bbe24655141438e7a100b"},
        {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
         "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "\x72",
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f361"
         "3d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"}};
    for (const Row& row : rows) {
        CAPTURE(row.public_key);
        const Secret_key key = key_of(row.seed);
        CHECK(to_hex(key.public_key()) == row.public_key);
        CHECK(to_hex(key.sign(row.bytes)) == row.signature);
    }
}

TEST_CASE("a signature holds for its bytes, key and itself") {
    const Secret_key key = sample_key();
    const std::string text = "saldo.run.1";
    const Signature signature = key.sign(text);
    CHECK(is_signed(text, signature, key.public_key()));
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string other = text;
        other[i] = static_cast<char>(other[i] ^ 1);
        CHECK_FALSE(is_signed(other, signature, key.public_key()));
    }
    for (std::size_t i = 0; i < signature.bytes.size(); ++i) {
        Signature other = signature;
        other.bytes.at(i) ^= 1;
        CHECK_FALSE(is_signed(text, other, key.public_key()));
    }
    CHECK_FALSE(is_signed(text, signature, Secret_key::generate().public_key()));
    CHECK_FALSE(is_signed(text + " ", signature, key.public_key()));
}

TEST_CASE("keys and signatures as text and back") {
    const Secret_key key = sample_key();
    const Signature signature = key.sign("x");
    CHECK(public_key_from_hex(to_hex(key.public_key())) == key.public_key());
    CHECK(signature_from_hex(to_hex(signature)) == signature);
    for (const char* wrong : {"", "00", "zz"}) {
        CHECK_FALSE(public_key_from_hex(wrong).has_value());
        CHECK_FALSE(signature_from_hex(wrong).has_value());
    }
    CHECK_FALSE(public_key_from_hex(std::string(63, '0') + "g").has_value());
    CHECK(to_hex(Secret_key::generate().public_key()) !=
          to_hex(Secret_key::generate().public_key()));
}

TEST_CASE("a key file opens with its passphrase and no other") {
    const Secret_key key = sample_key();
    const std::string file = key_file(key, phrase);
    CHECK(file.starts_with("saldo.key.1\npublic " + to_hex(key.public_key()) +
                           "\npasses 1\nmemory 8192\nsalt "));
    CHECK(file.find(hex::format(key.seed())) == std::string::npos);
    CHECK(public_key_of_file(file).value() == key.public_key());
    const auto opened = read_key_file(file, Passphrase(phrase));
    REQUIRE(opened.has_value());
    CHECK(opened->seed() == key.seed());
    const auto refused = read_key_file(file, Passphrase("zeven sloten op de deuR"));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code() == passphrase_wrong);
    CHECK(key_file(key, phrase) != file);
}

TEST_CASE("a passphrase has its length") {
    const auto refused = write_key_file(sample_key(), Passphrase("elf letters"), cheap);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code() == passphrase_too_short);
    CHECK(write_key_file(sample_key(), Passphrase("twaalf éékes"), cheap).has_value());
}

TEST_CASE("a key file that was changed anywhere does not open") {
    const std::string file = key_file(sample_key(), phrase);
    for (std::size_t i = 0; i < file.size(); ++i) {
        CAPTURE(i);
        std::string other = file;
        other[i] = other[i] == '1' ? '2' : '1';
        CHECK_FALSE(read_key_file(other, Passphrase(phrase)).has_value());
        CHECK_FALSE(public_key_of_file(file.substr(0, i)).has_value());
    }
    CHECK(public_key_of_file(file + "x").error().code() == key_file_damaged);
    for (const char* cost :
         {"passes 0\nmemory 8192", "passes 17\nmemory 8192", "passes 1\nmemory 8191",
          "passes 1\nmemory 1073742848", "passes 1\nmemory 8193"}) {
        std::string other = file;
        const std::string stated = "passes 1\nmemory 8192";
        other.replace(other.find(stated), stated.size(), cost);
        CHECK(public_key_of_file(other).error().code() == key_file_damaged);
    }
}
