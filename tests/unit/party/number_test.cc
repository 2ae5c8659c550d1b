// Goal: national and enterprise numbers hold their check, also where the remainder is zero, and a
// national number never leaks through a refusal. Method: published examples and checks worked out
// by hand.
#include "party/number.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace saldo;

namespace {

std::string national_code(std::string_view text) {
    const auto number = party::parse_national_number(text);
    return number ? "ok" : std::string(number.error().code().text);
}

std::string enterprise_code(std::string_view text) {
    const auto number = party::parse_enterprise_number(text);
    return number ? "ok" : std::string(number.error().code().text);
}

/// The number with the check digits of one century's rule, computed apart from the engine.
std::string with_check(std::string_view nine_digits, bool from_2000) {
    const std::uint64_t base =
        std::stoull(std::string(nine_digits)) + (from_2000 ? 2'000'000'000U : 0U);
    const std::uint64_t check = 97 - base % 97;
    return std::string(nine_digits) + (check < 10 ? "0" : "") + std::to_string(check);
}

} // namespace

TEST_CASE("published national numbers are read in the ways they are written") {
    for (const char* text : {"93051822361", "93.05.18-223.61", "93.05.18-223-61"}) {
        CAPTURE(text);
        const auto number = party::parse_national_number(text);
        REQUIRE(number.has_value());
        CHECK(number->digits() == "93051822361");
        CHECK_FALSE(number->born_from_2000());
        CHECK_FALSE(number->is_bis());
        CHECK(party::format(*number) == "93.05.18-223.61");
        CHECK(party::format_masked(*number) == "93.05.18-***.**");
    }
    CHECK(national_code("73.01.11-361-73") == "ok");
}

TEST_CASE("births in or after 2000 are proved with a 2 in front") {
    // 2,000,125,567 mod 97 = 20, and 97 - 20 = 77; without the 2 the check would be 48.
    CHECK(national_code("00012556777") == "ok");
    const auto number = party::parse_national_number("00012556777");
    REQUIRE(number.has_value());
    CHECK(number->born_from_2000());
    const auto old = party::parse_national_number("00012556748");
    REQUIRE(old.has_value());
    CHECK_FALSE(old->born_from_2000());
}

TEST_CASE("a remainder of zero gives 97 under both rules") {
    // Serial 061 of 30 July 1985 makes nine digits that are a multiple of 97.
    CHECK(850'730'061 % 97 == 0);
    CHECK(national_code("85073006197") == "ok");
    CHECK(national_code("85073006100") == "party.national_number_check_wrong");
    // Serial 071 of 3 February 2001 does with the 2 in front.
    CHECK(2'010'203'071 % 97 == 0);
    CHECK(national_code("01020307100") == "party.national_number_check_wrong");
    const auto number = party::parse_national_number("01020307197");
    REQUIRE(number.has_value());
    CHECK(number->born_from_2000());
}

TEST_CASE("unknown days and months and BIS numbers are read, days that do not exist are not") {
    struct Row {
        std::string_view nine_digits;
        bool from_2000;
        std::string_view code;
        bool bis;
    };

    constexpr std::string_view no_number = "party.not_a_national_number";
    for (const Row& row :
         {Row{"850000001", false, "ok", false},   {"850001001", false, "ok", false},
          {"850700123", false, "ok", false},      {"852730123", false, "ok", true},
          {"854730123", false, "ok", true},       {"852000123", false, "ok", true},
          {"854000123", false, "ok", true},       {"013230123", true, "ok", true},
          {"015230123", true, "ok", true},        {"851301123", false, no_number, false},
          {"851901123", false, no_number, false}, {"853301123", false, no_number, false},
          {"855301123", false, no_number, false}, {"856001123", false, no_number, false},
          {"850732123", false, no_number, false}, {"850431123", false, no_number, false},
          {"850230123", false, no_number, false}, {"850229123", false, no_number, false},
          {"840229123", false, "ok", false},      {"000229123", true, "ok", false},
          {"000229123", false, no_number, false}, // 1900 was no leap year
          {"850730000", false, no_number, false}, {"850730999", false, no_number, false},
          {"850730998", false, "ok", false}}) {
        CAPTURE(row.nine_digits);
        const std::string digits = with_check(row.nine_digits, row.from_2000);
        CHECK(national_code(digits) == row.code);
        if (const auto number = party::parse_national_number(digits)) {
            CHECK(number->is_bis() == row.bis);
            CHECK(number->born_from_2000() == row.from_2000);
        }
    }
}

TEST_CASE("what is not a national number is refused without repeating it") {
    for (const char* text : {"", "9305182236", "930518223610", "93-05-18-223-61", "93.05.18 223.61",
                             "93.05.18-***.**", "9305182236X"}) {
        CAPTURE(text);
        CHECK(national_code(text) == "party.not_a_national_number");
    }
    const auto wrong = party::parse_national_number("93.05.18-223.62");
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().code().text == "party.national_number_check_wrong");
    CHECK(wrong.error().first().params.empty());
    CHECK(party::parse_national_number("nonsense").error().first().params.empty());
}

TEST_CASE("no flip of one digit of a national number keeps it right in the same century") {
    // In the other century a flip can hit the check: the rules are 68 apart (2,000,000,000 mod 97).
    const std::string good = "93051822361";
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string changed = good;
            changed[at] = digit;
            CAPTURE(changed);
            const auto number = party::parse_national_number(changed);
            if (number && number->born_from_2000()) {
                CHECK(changed == with_check(changed.substr(0, 9), true));
            } else {
                CHECK(number.has_value() == (changed == good));
            }
        }
    }
}

TEST_CASE("enterprise numbers") {
    struct Row {
        std::string_view text;
        std::string_view code;
    };

    for (const Row& row : {Row{"0566.988.259", "ok"},
                           {"0566988259", "ok"},
                           {"BE0566988259", "ok"},
                           {"BE 0566.988.259", "ok"},
                           {"0440.966.354", "ok"},
                           {"0831.797.467", "ok"},
                           {"0314.595.348", "ok"},
                           {"0566988258", "party.enterprise_number_check_wrong"},
                           {"", "party.not_an_enterprise_number"},
                           {"566988259", "party.not_an_enterprise_number"},
                           {"2566988259", "party.not_an_enterprise_number"},
                           {"BE", "party.not_an_enterprise_number"},
                           {"be0566988259", "party.not_an_enterprise_number"},
                           {"0566 988 259", "party.not_an_enterprise_number"},
                           {"0566.988259", "party.not_an_enterprise_number"},
                           {"NL0566988259", "party.not_an_enterprise_number"}}) {
        CAPTURE(row.text);
        CHECK(enterprise_code(row.text) == row.code);
    }
    const auto number = party::parse_enterprise_number("BE 0566.988.259");
    REQUIRE(number.has_value());
    CHECK(number->digits() == "0566988259");
    CHECK(party::format(*number) == "0566.988.259");
    const auto wrong = party::parse_enterprise_number("0566988258");
    CHECK(wrong.error().first().params == Params{{"stated", "58"}, {"computed", "59"}});
}

TEST_CASE("an enterprise number with remainder zero ends in 97") {
    // 10000021 = 97 * 103093.
    CHECK(97 * 103'093 == 10'000'021);
    CHECK(enterprise_code("1000002197") == "ok");
    CHECK(enterprise_code("1000002100") == "party.enterprise_number_check_wrong");
}

TEST_CASE("every flip of one digit of an enterprise number is refused") {
    const std::string good = "0566988259";
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string changed = good;
            changed[at] = digit;
            CAPTURE(changed);
            CHECK((enterprise_code(changed) == "ok") == (changed == good));
        }
    }
}
