// Goal: the bytes that are hashed never change and never mean two records. Method: bytes written
// out by hand from the form the header states.
#include "base/canonical.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

using namespace saldo;
using namespace std::string_literals;

TEST_CASE("numbers are 8 bytes little endian, texts have their length before them") {
    Canonical_bytes record;
    record.start("v.1");
    CHECK(record.bytes() == "\3\0\0\0\0\0\0\0v.1"s);
    record.add(std::int64_t{0x0102030405060708});
    record.add(std::int64_t{-2});
    record.add("");
    CHECK(record.bytes() == "\3\0\0\0\0\0\0\0v.1"
                            "\x08\x07\x06\x05\x04\x03\x02\x01"
                            "\xFE\xFF\xFF\xFF\xFF\xFF\xFF\xFF"
                            "\0\0\0\0\0\0\0\0"s);
}

TEST_CASE("a record starts anew and its fields do not run into each other") {
    Canonical_bytes one;
    one.start("old");
    one.add("left over");
    one.start("v.1");
    one.add("ab");
    one.add("c");
    Canonical_bytes other;
    other.start("v.1");
    other.add("a");
    other.add("bc");
    CHECK(one.bytes() == "\3\0\0\0\0\0\0\0v.1\2\0\0\0\0\0\0\0ab"
                         "\1\0\0\0\0\0\0\0c"s);
    CHECK(one.bytes() != other.bytes());
}
