// Goal: numbers and references are read as written, and slips of the pen are caught. Method: random
// right ones, then one digit changed or two neighbours swapped.
#include "party/iban.hpp"
#include "party/iban_registry.hpp"
#include "party/number.hpp"
#include "party/reference.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>

using namespace saldo;
using boost::multiprecision::cpp_int;

namespace {

/// 98 minus the remainder mod 97 of the text with its first four characters moved to the end, the
/// check read as 00: the rule of ISO 7064 on one large number.
std::string check_of(const std::string& text) {
    std::string digits;
    for (const char c : text.substr(4) + text.substr(0, 2) + "00") {
        digits += c >= 'A' ? std::to_string(c - 'A' + 10) : std::string(1, c);
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    const int check = 98 - static_cast<int>(cpp_int(digits) % 97);
    return (check < 10 ? "0" : "") + std::to_string(check);
}

char any_of(const std::string& characters) {
    return *rc::gen::elementOf(characters);
}

const std::string digits_only = "0123456789";
const std::string letters_only = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// A right IBAN of any country but Belgium, whose BBAN has a check of its own.
std::string any_foreign_iban() {
    auto index = *rc::gen::inRange<std::size_t>(0, party::iban_registry.size() - 1);
    index += party::iban_registry[index].code >= "BE" ? 1U : 0U;
    const party::Country& country = party::iban_registry[index];
    std::string text = std::string(country.code) + "00";
    for (std::size_t i = 0; i < party::bban_length(country.bban); ++i) {
        const char kind = party::kind_at(country.bban, i);
        text += any_of(kind == 'n'   ? digits_only
                       : kind == 'a' ? letters_only
                                     : digits_only + letters_only);
    }
    return text.replace(2, 2, check_of(text));
}

std::string any_belgian_number() {
    const auto payload = *rc::gen::inRange<std::uint64_t>(0, 10'000'000'000);
    const std::uint64_t check = payload % 97 == 0 ? 97 : payload % 97;
    std::string number = std::to_string(payload * 100 + check);
    return number.insert(0, 12 - number.size(), '0');
}

} // namespace

TEST_CASE("IBAN") {
    CHECK(rc::check("a right one is read, bare and in fours", [] {
        const std::string text = any_foreign_iban();
        const auto iban = party::parse_iban(text);
        RC_ASSERT(iban.has_value());
        RC_ASSERT(iban->text() == text);
        RC_ASSERT(party::parse_iban(party::format(*iban)).value() == *iban);
    }));
    CHECK(rc::check("a Belgian account number gives an IBAN that is read", [] {
        const std::string number = any_belgian_number();
        const auto iban = party::iban_of_belgian_number(number);
        RC_ASSERT(iban.has_value());
        RC_ASSERT(iban->text() == "BE" + check_of("BE00" + number) + number);
        RC_ASSERT(party::parse_iban(party::format(*iban)).value() == *iban);
    }));
    CHECK(rc::check("two neighbours of one kind swapped are refused", [] {
        // A letter counts for two digits, so a letter and a digit swapped can leave the remainder
        // as it was; so can the last check digit and the first of the BBAN, which are no
        // neighbours in the number that is proved.
        std::string text = any_foreign_iban();
        const auto at = *rc::gen::inRange<std::size_t>(2, text.size() - 1);
        const auto is_letter = [](char c) { return c >= 'A'; };
        RC_PRE(at != 3U);
        RC_PRE(text[at] != text[at + 1]);
        RC_PRE(is_letter(text[at]) == is_letter(text[at + 1]));
        std::swap(text[at], text[at + 1]);
        RC_ASSERT(!party::parse_iban(text).has_value());
    }));
}

TEST_CASE("OGM") {
    CHECK(rc::check("parse gives back what format wrote", [] {
        const auto payload = *rc::gen::inRange<std::uint64_t>(0, 10'000'000'000);
        const Ogm ogm = party::ogm_of_payload(payload);
        RC_ASSERT(party::parse_ogm(party::format(ogm)).value() == ogm);
        RC_ASSERT(party::parse_ogm(ogm.digits()).value() == ogm);
    }));
    CHECK(rc::check("one digit changed or two neighbours swapped are refused", [] {
        const std::string good = any_belgian_number(); // the same rule of 10 digits and 2
        RC_ASSERT(party::parse_ogm(good).has_value());
        std::string changed = good;
        changed[*rc::gen::inRange<std::size_t>(0, 12)] = any_of(digits_only);
        RC_ASSERT(party::parse_ogm(changed).has_value() == (changed == good));
        std::string swapped = good;
        const auto at = *rc::gen::inRange<std::size_t>(0, 11);
        std::swap(swapped[at], swapped[at + 1]);
        RC_ASSERT(party::parse_ogm(swapped).has_value() == (swapped == good));
    }));
}

TEST_CASE("creditor reference") {
    CHECK(rc::check("a right one is read, bare and in fours", [] {
        std::string text = "RF00";
        for (int left = *rc::gen::inRange(1, 22); left > 0; --left) {
            text += any_of(digits_only + letters_only);
        }
        text.replace(2, 2, check_of(text));
        const auto reference = party::parse_creditor_reference(text);
        RC_ASSERT(reference.has_value());
        RC_ASSERT(reference->text() == text);
        RC_ASSERT(party::parse_creditor_reference(party::format(*reference)).value() == *reference);
    }));
}

TEST_CASE("any text at all") {
    CHECK(rc::check("is read to something that is written and read again, or is refused", [] {
        const auto text = *rc::gen::container<std::string>(
            rc::gen::elementOf(std::string("BERF0123456789 +/*.-abcxyz\t\xE9")));
        if (const auto iban = party::parse_iban(text)) {
            RC_ASSERT(party::parse_iban(party::format(*iban)).value() == *iban);
        }
        if (const auto ogm = party::parse_ogm(text)) {
            RC_ASSERT(party::parse_ogm(party::format(*ogm)).value() == *ogm);
        }
        if (const auto number = party::parse_national_number(text)) {
            RC_ASSERT(party::parse_national_number(party::format(*number)).value() == *number);
        }
        if (const auto number = party::parse_enterprise_number(text)) {
            RC_ASSERT(party::parse_enterprise_number(party::format(*number)).value() == *number);
        }
    }));
}
