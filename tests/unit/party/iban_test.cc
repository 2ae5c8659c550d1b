// Goal: an IBAN that exists is right, and everything else is refused for the first reason that
// applies. Method: published examples, cases worked out by hand, and every single digit flipped.
#include "party/iban.hpp"
#include "party/iban_registry.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace saldo;

namespace {

struct Refused {
    std::string_view text;
    std::string_view code;
    Params params;
};

std::string code_of(std::string_view text) {
    const auto iban = party::parse_iban(text);
    return iban ? "ok" : std::string(iban.error().code().text);
}

} // namespace

TEST_CASE("published examples of IBANs are read and written in fours") {
    // One example per shape of BBAN, from the registry and from bank documentation.
    const std::vector<std::string> written{
        "BE68 5390 0754 7034",
        "BE62 5100 0754 7061",
        "NL91 ABNA 0417 1643 00",
        "DE89 3704 0044 0532 0130 00",
        "FR14 2004 1010 0505 0001 3M02 606",
        "GB29 NWBK 6016 1331 9268 19",
        "LU28 0019 4006 4475 0000",
        "NO93 8601 1117 947",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "GI75 NWBK 0000 0000 7099 453",
        "CH93 0076 2011 6238 5295 7",
    };
    for (const std::string& text : written) {
        CAPTURE(text);
        const auto iban = party::parse_iban(text);
        REQUIRE(iban.has_value());
        CHECK(party::format(*iban) == text);
        CHECK(iban->country() == text.substr(0, 2));
        CHECK(iban->text().find(' ') == std::string_view::npos);
    }
}

TEST_CASE("blanks and lower case make no difference") {
    const auto plain = party::parse_iban("BE68539007547034");
    REQUIRE(plain.has_value());
    CHECK(party::parse_iban(" be68 5390 0754 7034 ") == plain);
    CHECK(party::parse_iban("BE6853900754703 4") == plain);
}

TEST_CASE("each refusal names the first thing that is wrong and never the whole account") {
    const std::vector<Refused> rows{
        {"", "party.not_an_iban", {}},
        {"BE68", "party.not_an_iban", {}},
        {"BE68-5390-0754-7034", "party.not_an_iban", {}},
        {"539007547034", "party.not_an_iban", {}},
        {"B368539007547034", "party.not_an_iban", {}},
        {"BEX8539007547034", "party.not_an_iban", {}},
        {"BE68\t539007547034", "party.not_an_iban", {}},
        {"BE685390075470345390075470345390075", "party.not_an_iban", {}},
        {"ZZ68539007547034", "party.iban_country_unknown", {{"country", "ZZ"}}},
        {"BE6853900754703",
         "party.iban_length_wrong",
         {{"country", "BE"}, {"stated", "15"}, {"computed", "16"}}},
        {"NL91ABNA04171643000",
         "party.iban_length_wrong",
         {{"country", "NL"}, {"stated", "19"}, {"computed", "18"}}},
        {"BE6853900754703A", "party.iban_structure_wrong", {{"country", "BE"}, {"position", "16"}}},
        {"NL91AB1A0417164300",
         "party.iban_structure_wrong",
         {{"country", "NL"}, {"position", "7"}}},
        {"BE69539007547034", "party.iban_check_wrong", {{"stated", "69"}, {"computed", "68"}}},
        // Passes the check of the IBAN, fails the Belgian one (python-stdnum, issue 62).
        {"BE41 0918 1173 5141", "party.bban_check_wrong", {{"stated", "41"}, {"computed", "32"}}},
    };
    for (const Refused& row : rows) {
        CAPTURE(row.text);
        const auto iban = party::parse_iban(row.text);
        REQUIRE_FALSE(iban.has_value());
        CHECK(iban.error().code().text == row.code);
        CHECK(iban.error().first().params == row.params);
    }
}

TEST_CASE("check digits outside 02 to 98 are wrong even where the remainder fits") {
    // BBAN 0000000000 97: the remainder of 000000000097111400 gives check digits by hand:
    // 97 * 10^6 is 0 mod 97, 111400 mod 97 = 44, 98 - 44 = 54.
    CHECK(code_of("BE54000000000097") == "ok");
    CHECK(code_of("BE54000000000000") == "party.bban_check_wrong");
    // 98 and 01, 97 and 00, 02 and 99 leave the same remainder; only 02 to 98 are ever given out.
    for (std::uint64_t payload = 0; payload < 400; ++payload) {
        std::string number = std::to_string(payload);
        number.insert(0, 10 - number.size(), '0');
        const std::uint64_t remainder = payload % 97;
        const std::uint64_t national = remainder == 0 ? 97 : remainder;
        number += national < 10 ? "0" : "";
        number += std::to_string(national);
        const auto iban = party::iban_of_belgian_number(number);
        REQUIRE(iban.has_value());
        const std::string check(iban->text().substr(2, 2));
        CHECK(check >= "02");
        CHECK(check <= "98");
        for (const char* twin : {"00", "01", "99"}) {
            CHECK(code_of("BE" + (twin + number)) == "party.iban_check_wrong");
        }
    }
}

TEST_CASE("every flip of one digit of a Belgian IBAN is refused") {
    for (const std::string good : {"BE68539007547034", "BE62510007547061", "BE54000000000097"}) {
        CAPTURE(good);
        for (std::size_t at = 2; at < good.size(); ++at) {
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string changed = good;
                changed[at] = digit;
                CHECK((code_of(changed) == "ok") == (changed == good));
            }
        }
    }
}

TEST_CASE("every flip of one character of a Dutch IBAN is refused") {
    const std::string good = "NL91ABNA0417164300";
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (const char c : std::string_view("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
            std::string changed = good;
            changed[at] = c;
            CAPTURE(changed);
            CHECK((code_of(changed) == "ok") == (changed == good));
        }
    }
}

TEST_CASE("a Belgian account number gives its IBAN") {
    const auto iban = party::iban_of_belgian_number("539-0075470-34");
    REQUIRE(iban.has_value());
    CHECK(iban->text() == "BE68539007547034");
    CHECK(party::iban_of_belgian_number("510007547061")->text() == "BE62510007547061");
    // Ten digits that are a multiple of 97 are written with 97, not 00.
    CHECK(party::iban_of_belgian_number("000-0000000-97").has_value());
    const auto zero = party::iban_of_belgian_number("000-0000000-00");
    REQUIRE_FALSE(zero.has_value());
    CHECK(zero.error().code().text == "party.bban_check_wrong");
    for (const char* bad : {"", "53900754703", "539-00754703-4", "5390075470345", "53900754703X"}) {
        CAPTURE(bad);
        const auto refused = party::iban_of_belgian_number(bad);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code().text == "party.not_an_iban");
    }
}

TEST_CASE("lengths per country are those of the registry") {
    struct Row {
        std::string_view country;
        std::size_t length;
    };

    for (const Row& row : {Row{"BE", 16},
                           {"NO", 15},
                           {"NL", 18},
                           {"LU", 20},
                           {"DE", 22},
                           {"GB", 22},
                           {"FR", 27},
                           {"IT", 27},
                           {"MT", 31},
                           {"RU", 33},
                           {"PL", 28},
                           {"ES", 24},
                           {"LC", 32},
                           {"BI", 27},
                           {"XK", 20}}) {
        CAPTURE(row.country);
        const auto* country = party::find_country(row.country);
        REQUIRE(country != nullptr);
        CHECK(party::bban_length(country->bban) + 4 == row.length);
    }
    CHECK(party::iban_registry.size() == 89);
    CHECK(party::find_country("US") == nullptr);
}

TEST_CASE("SEPA and EEA") {
    struct Row {
        std::string_view country;
        bool sepa;
        bool eea;
    };

    for (const Row& row :
         {Row{"BE", true, true}, {"NO", true, true},   {"IS", true, true},   {"LI", true, true},
          {"HR", true, true},    {"CH", true, false},  {"GB", true, false},  {"GI", true, false},
          {"MC", true, false},   {"SM", true, false},  {"AD", true, false},  {"VA", true, false},
          {"AL", true, false},   {"ME", true, false},  {"MD", true, false},  {"MK", true, false},
          {"RS", true, false},   {"TR", false, false}, {"FO", false, false}, {"GL", false, false},
          {"BA", false, false},  {"XK", false, false}, {"UA", false, false}, {"be", false, false},
          {"", false, false}}) {
        CAPTURE(row.country);
        CHECK(party::is_sepa_country(row.country) == row.sepa);
        CHECK(party::is_eea_country(row.country) == row.eea);
    }
    // Every SEPA country is in the registry: 41 and Gibraltar.
    CHECK(std::ranges::count_if(party::iban_registry, [](const party::Country& country) {
              return party::is_sepa_country(country.code);
          }) == 42);
}
