// Goal: digests are the published ones. Method: the vectors of FIPS 180-4 (SHA-256) and, for
// BLAKE2b-256, those that Python's hashlib gives for the same bytes.
#include "base/digest.hpp"

#include <doctest/doctest.h>

using namespace saldo;

TEST_CASE("SHA-256") {
    CHECK(to_hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(to_hex(sha256("abc")) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("SHA-256 of bytes that come piece by piece") {
    const std::string bytes(1'000, 'a');
    for (const std::size_t size : {1U, 63U, 64U, 999U, 1'000U}) {
        Sha256 pieces;
        for (std::size_t at = 0; at < bytes.size(); at += size) {
            pieces.add(std::string_view(bytes).substr(at, size));
        }
        CHECK(pieces.finish() == sha256(bytes));
    }
    CHECK(Sha256().finish() == sha256(""));
}

TEST_CASE("BLAKE2b of 32 bytes over a digest and what follows") {
    CHECK(to_hex(blake2b(Digest{}, "")) ==
          "89eb0d6a8a691dae2cd15ed0369931ce0a949ecafa5c3f93f8121833646e15c3");
    CHECK(to_hex(blake2b(sha256("abc"), "abc")) ==
          "77d0318d94732e671609ac4424aa975f53975b434ea518aab19bc0a317fe87fd");
}

TEST_CASE("a digest is read back from its digits and from nothing else") {
    const Digest digest = sha256("abc");
    const std::string hex = to_hex(digest);
    CHECK(digest_from_hex(hex) == digest);
    CHECK(digest_from_hex("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD") ==
          digest);
    CHECK_FALSE(digest_from_hex("").has_value());
    CHECK_FALSE(digest_from_hex(hex.substr(1)).has_value());
    CHECK_FALSE(digest_from_hex(hex + "00").has_value());
    CHECK_FALSE(digest_from_hex("x" + hex.substr(1)).has_value());
    CHECK_FALSE(digest_from_hex(" " + hex.substr(1)).has_value());
}
