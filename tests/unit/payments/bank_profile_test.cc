// Goal: a document of bank profiles is taken as it is meant or refused with all its faults, and
// each account finds the profile of its bank. Method: tables by hand; what is written is read back.
#include "payments/bank_profile.hpp"
#include "payments/codes.hpp"
#include "payments/profiles_text.hpp"
#include "support/changed_text.hpp"
#include "support/document_faults.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::payments;

namespace {

const std::string two_banks = R"({
  "schema": "saldo/bank_profiles/1",
  "profiles": [
    {"name": "KBC", "bank_codes": ["400-499", "730-731"], "version": "03", "batch_booking": true,
     "category_purpose": "SUPP", "payments_per_file": 500, "total_per_file": "100000.00",
     "source": "contract of 2 March"},
    {"name": "others", "version": "09", "batch_booking": false, "payments_per_file": 9999}
  ]
})";

std::string changed(std::string_view from, std::string_view to) {
    return test::changed(two_banks, from, to);
}

} // namespace

TEST_CASE("profiles are read, and written so that they read the same") {
    const auto profiles = read_bank_profiles(two_banks);
    REQUIRE(profiles.has_value());
    const Bank_profiles expected{
        {{"KBC", pain001::Version::v03, true, "SUPP", 500, Money::cents(10'000'000)},
         {{400, 499}, {730, 731}}},
        {{"others", pain001::Version::v09, false, "", 9'999, std::nullopt}, {}}};
    CHECK(*profiles == expected);
    CHECK(read_bank_profiles(write_bank_profiles(*profiles)) == profiles);
    CHECK(file_profiles(*profiles).back().name == "others");
}

TEST_CASE("the built-in profile is one for all banks") {
    const Bank_profiles& profiles = built_in_bank_profiles();
    REQUIRE(profiles.size() == 1);
    CHECK(profiles.front().file.version == pain001::Version::v09);
    CHECK_FALSE(profiles.front().file.batch_booking);
    CHECK(profiles.front().file.category_purpose.empty());
}

TEST_CASE("an account is of the profile that names its bank, else of the last") {
    struct Row {
        const char* iban;
        std::size_t profile;
    };

    const auto profiles = read_bank_profiles(changed("730-731", "001-009"));
    REQUIRE(profiles.has_value());
    for (const Row& row : {Row{"BE68539007547034", 1}, Row{"BE80001000000177", 0},
                           Row{"BE44363000000545", 1}, Row{"NL91ABNA0417164300", 1}}) {
        CAPTURE(std::string(row.iban));
        CHECK(profile_of(*profiles, *party::parse_iban(row.iban)) == row.profile);
    }
}

TEST_CASE("what is wrong with profiles is told, with its place") {
    const std::vector<test::Document_fault> faults{
        {changed("\"KBC\"", "\"KBC\", \"name\": \"x\""), "dossier.duplicate_key",
         "/profiles/0/name"},
        {changed("profiles/1", "profiles/2"), "dossier.schema", "/schema"},
        {changed("\"03\"", "\"04\""), "dossier.schema", "/profiles/0/version"},
        {changed("SUPP", "SALA"), "dossier.schema", "/profiles/0/category_purpose"},
        {changed("500", "0"), "dossier.schema", "/profiles/0/payments_per_file"},
        {changed("100000.00", "0.00"), "dossier.schema", "/profiles/0/total_per_file"},
        {changed("400-499", "400"), "dossier.schema", "/profiles/0/bank_codes/0"},
        {changed("400-499", "499-400"), "payments.profile_codes_wrong", "/profiles/0/bank_codes/0"},
        {changed("730-731", "450-450"), "payments.profile_codes_wrong", "/profiles/0/bank_codes/1"},
        {changed("others", "KBC"), "payments.profile_said_twice", "/profiles/1/name"},
        {changed("\"bank_codes\": [\"400-499\", \"730-731\"], ", ""), "payments.profile_of_others",
         "/profiles/0/bank_codes"},
        {changed("\"others\"", "\"others\", \"bank_codes\": [\"001-002\"]"),
         "payments.profile_of_others", "/profiles/1/bank_codes"},
        {"[", "dossier.not_json", ""},
    };
    test::check_faults(faults, read_bank_profiles);
}
