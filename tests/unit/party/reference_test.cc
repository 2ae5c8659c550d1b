// Goal: structured references and BICs hold their check and shape. Method: published examples,
// cases worked out by hand, every payload remainder, and every single digit flipped.
#include "party/bic.hpp"
#include "party/reference.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace saldo;

namespace {

std::string ogm_code(std::string_view text) {
    const auto ogm = party::parse_ogm(text);
    return ogm ? "ok" : std::string(ogm.error().code().text);
}

std::string reference_code(std::string_view text) {
    const auto reference = party::parse_creditor_reference(text);
    return reference ? "ok" : std::string(reference.error().code().text);
}

} // namespace

TEST_CASE("an OGM is read in the ways it is written") {
    for (const char* text :
         {"010806817183", "010/8068/17183", "+++010/8068/17183+++", "***010/8068/17183***"}) {
        CAPTURE(text);
        const auto ogm = party::parse_ogm(text);
        REQUIRE(ogm.has_value());
        CHECK(ogm->digits() == "010806817183");
        CHECK(party::format(*ogm) == "+++010/8068/17183+++");
        CHECK(*ogm == party::ogm_of_payload(108'068'171));
    }
}

TEST_CASE("a remainder of zero is written 97") {
    CHECK(ogm_code("+++000/0000/00097+++") == "ok");
    CHECK(ogm_code("+++000/0000/00000+++") == "party.ogm_check_wrong");
    CHECK(party::ogm_of_payload(0).digits() == "000000000097");
    CHECK(party::ogm_of_payload(97).digits() == "000000009797");
    CHECK(party::ogm_of_payload(98).digits() == "000000009801");
    // 9,999,999,999 = 97 * 103,092,783 + 48.
    CHECK(party::ogm_of_payload(9'999'999'999).digits() == "999999999948");
}

TEST_CASE("what is not an OGM is refused") {
    for (const char* text :
         {"", "01080681718", "0108068171830", "010/8068/1718", "+++010/8068/17183",
          "+++010/8068/17183***", "+++010806817183+++", "010 8068 17183", "01080681718X"}) {
        CAPTURE(text);
        CHECK(ogm_code(text) == "party.not_an_ogm");
    }
    const auto wrong = party::parse_ogm("010806817182");
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().first().params == Params{{"stated", "82"}, {"computed", "83"}});
}

TEST_CASE("an OGM in free text is found if it is the only one that holds") {
    const Ogm ogm = party::ogm_of_payload(1'234'567'890); // 123456789002
    const Ogm other = party::ogm_of_payload(42);

    struct Row {
        std::string text;
        std::optional<Ogm> found;
    };

    const Row rows[] = {
        {"123456789002", ogm},
        {"factuur +++123/4567/89002+++", ogm},
        {"***123/4567/89002*** MAART", ogm},
        {"123/4567/89002 dank", ogm},
        {"nr.123456789002.", ogm},
        {"123456789002 en 123/4567/89002", ogm},
        {"", std::nullopt},
        {"huur maart 2026", std::nullopt},
        {"123456798002", std::nullopt}, // two digits swapped
        {"1123456789002", std::nullopt},
        {"1234567890021", std::nullopt},
        {"123/4567/890021", std::nullopt},
        {"12345678900", std::nullopt},
        {"123456798002 of 123456789002", ogm},
        {"123456789002 en " + other.digits(), std::nullopt},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK((party::find_ogm(row.text) == row.found));
    }
}

TEST_CASE("every flip of one digit of an OGM is refused") {
    for (const std::string good : {"010806817183", "000000000097", "999999999948"}) {
        for (std::size_t at = 0; at < good.size(); ++at) {
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string changed = good;
                changed[at] = digit;
                CAPTURE(changed);
                CHECK((ogm_code(changed) == "ok") == (changed == good));
            }
        }
    }
}

TEST_CASE("a creditor reference is read and written in fours") {
    // Published examples, one with letters; their check digits were worked out apart: the digits
    // with letters as 10 to 35 and RF00 at the end, 98 - remainder mod 97.
    for (const char* text : {"RF18 5390 0754 7034", "RF33 2348 236", "RF45 G72U UR"}) {
        CAPTURE(text);
        const auto reference = party::parse_creditor_reference(text);
        REQUIRE(reference.has_value());
        CHECK(party::format(*reference) == text);
    }
    CHECK(party::parse_creditor_reference("rf18539007547034") ==
          party::parse_creditor_reference("RF18 5390 0754 7034"));
}

TEST_CASE("what is not a creditor reference is refused") {
    for (const char* text : {"", "RF18", "RG18539007547034", "RFX8539007547034", "RF18-5390",
                             "539007547034", "RF181234567890123456789012"}) {
        CAPTURE(text);
        CHECK(reference_code(text) == "party.not_a_creditor_reference");
    }
    const auto wrong = party::parse_creditor_reference("RF19539007547034");
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().code().text == "party.creditor_reference_check_wrong");
    CHECK(wrong.error().first().params == Params{{"stated", "19"}, {"computed", "18"}});
}

TEST_CASE("every flip of one character of a creditor reference is refused") {
    const std::string good = "RF18539007547034";
    for (std::size_t at = 2; at < good.size(); ++at) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string changed = good;
            changed[at] = digit;
            CAPTURE(changed);
            CHECK((reference_code(changed) == "ok") == (changed == good));
        }
    }
}

TEST_CASE("BICs") {
    struct Row {
        std::string_view text;
        std::string_view country; ///< empty if it is none
    };

    for (const Row& row : {Row{"GKCCBEBB", "BE"},
                           {"KREDBEBB", "BE"},
                           {"BPOTBEB1XXX", "BE"},
                           {"ABNANL2A", "NL"},
                           {"E097AEXX", "AE"},
                           {"", ""},
                           {"GKCCBEB", ""},
                           {"GKCCBEBB1", ""},
                           {"GKCCBEBBXXXX", ""},
                           {"gkccbebb", ""},
                           {"GKCC1EBB", ""},
                           {"GKCCB2BB", ""},
                           {"GKCC BEBB", ""},
                           {"GKCCBEB\xC3", ""}}) {
        CAPTURE(row.text);
        const auto bic = party::parse_bic(row.text);
        REQUIRE(bic.has_value() == !row.country.empty());
        if (bic) {
            CHECK(bic->text() == row.text);
            CHECK(bic->country() == row.country);
        } else {
            CHECK(bic.error().code().text == "party.not_a_bic");
        }
    }
}
