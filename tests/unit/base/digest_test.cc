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

TEST_CASE("BLAKE2b of 32 bytes") {
    CHECK(to_hex(blake2b("")) ==
          "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(to_hex(blake2b("abc")) ==
          "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
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
