// Goal: bytes are told apart exactly, without any locale. Method: tables; every ASCII character and
// the borders of each form of UTF-8.
#include "base/text.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

using namespace saldo;

TEST_CASE("the classes of every byte") {
    for (int code = 0; code < 256; ++code) {
        const char c = static_cast<char>(code);
        CAPTURE(code);
        CHECK(text::is_digit(c) == (code >= 48 && code <= 57));
        CHECK(text::is_upper(c) == (code >= 65 && code <= 90));
        CHECK(text::is_lower(c) == (code >= 97 && code <= 122));
        CHECK(text::all_digits(std::string(1, c)) == text::is_digit(c));
    }
    CHECK_FALSE(text::all_digits(""));
    CHECK(text::all_digits("0123456789"));
    CHECK_FALSE(text::all_digits("12 "));
}

TEST_CASE("only blanks are trimmed") {
    struct Row {
        std::string_view text;
        std::string_view at_end;
        std::string_view at_both;
    };

    for (const Row& row : {Row{"", "", ""},
                           {"   ", "", ""},
                           {"a", "a", "a"},
                           {"  a b  ", "  a b", "a b"},
                           {"a\t ", "a\t", "a\t"},
                           {" \n", " \n", "\n"}}) {
        CAPTURE(row.text);
        CHECK(text::trim_end(row.text) == row.at_end);
        CHECK(text::trim(row.text) == row.at_both);
    }
}

TEST_CASE("an integer is the whole text or nothing") {
    CHECK(text::to_integer<int>("0") == 0);
    CHECK(text::to_integer<int>("-12") == -12);
    CHECK(text::to_integer<int>("007") == 7);
    CHECK(text::to_integer<std::int64_t>("9223372036854775807") == INT64_MAX);
    CHECK(text::to_integer<std::int64_t>("-9223372036854775808") == INT64_MIN);
    CHECK(text::to_integer<std::uint8_t>("255") == 255);
    for (const char* bad : {"", "+1", " 1", "1 ", "1.0", "0x1", "-", "--1", "1e3", "4294967296"}) {
        CAPTURE(bad);
        CHECK_FALSE(text::to_integer<int>(bad).has_value());
    }
    CHECK_FALSE(text::to_integer<std::int64_t>("9223372036854775808").has_value());
    CHECK_FALSE(text::to_integer<std::uint8_t>("256").has_value());
    CHECK_FALSE(text::to_integer<std::uint8_t>("-1").has_value());
}

TEST_CASE("UTF-8 is well formed up to the borders of each form") {
    struct Row {
        std::string bytes;
        bool good;
    };

    for (const Row& row : {Row{"", true},
                           {"plain", true},
                           {std::string(1, '\0'), true},
                           {"\xC3\xA9", true},          // é
                           {"\xE2\x82\xAC", true},      // €
                           {"\xF0\x9F\x98\x80", true},  // U+1F600
                           {"\xC2\x80", true},          // smallest of two bytes
                           {"\xC1\xBF", false},         // overlong
                           {"\xC0\x80", false},         // overlong nul
                           {"\xDF\xBF", true},          // largest of two bytes
                           {"\xE0\xA0\x80", true},      // smallest of three
                           {"\xE0\x9F\xBF", false},     // overlong
                           {"\xED\x9F\xBF", true},      // last before the surrogates
                           {"\xED\xA0\x80", false},     // first surrogate
                           {"\xED\xBF\xBF", false},     // last surrogate
                           {"\xEE\x80\x80", true},      // first after the surrogates
                           {"\xEF\xBF\xBF", true},      // largest of three
                           {"\xF0\x90\x80\x80", true},  // smallest of four
                           {"\xF0\x8F\xBF\xBF", false}, // overlong
                           {"\xF4\x8F\xBF\xBF", true},  // U+10FFFF
                           {"\xF4\x90\x80\x80", false}, // beyond
                           {"\xF8\x88\x80\x80\x80", false},
                           {"\x80", false},     // continuation alone
                           {"\xC3", false},     // cut short
                           {"\xE2\x82", false}, // cut short
                           {"\xC3(", false},    // no continuation
                           {"a\xE9z", false},   // Latin-1
                           {"\xFF\xFE", false}}) {
        CAPTURE(row.bytes.size());
        CHECK(text::is_utf8(row.bytes) == row.good);
    }
    CHECK(text::is_xml_text("\ta\r\n"));
    CHECK_FALSE(text::is_xml_text("a\xE9z"));
    CHECK_FALSE(text::is_xml_text("a\x01"));
    CHECK_FALSE(text::is_xml_text(std::string_view("\0", 1)));
    CHECK(text::length_utf8("") == 0);
    CHECK(text::length_utf8("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80") == 8);
}
