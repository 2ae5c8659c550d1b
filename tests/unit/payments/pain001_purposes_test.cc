// Goal: no purpose leaves that the standard does not have. Method: the codes a budget needs, held
// against the published external code lists.
#include "payments/pain001/purposes.hpp"
#include "support/shared.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::payments::pain001;

namespace {

/// Every text of four capitals.
template <class Look> void for_each_code(Look look) {
    std::string code = "AAAA";
    for (code[0] = 'A'; code[0] <= 'Z'; ++code[0]) {
        for (code[1] = 'A'; code[1] <= 'Z'; ++code[1]) {
            for (code[2] = 'A'; code[2] <= 'Z'; ++code[2]) {
                for (code[3] = 'A'; code[3] <= 'Z'; ++code[3]) {
                    look(code);
                }
            }
        }
    }
}

bool is_listed(const std::string& list, const std::string& code) {
    return list.find("\"" + code + "\":") != std::string::npos;
}

} // namespace

TEST_CASE("what a household pays for has a purpose") {
    for (const char* code :
         {"RENT", "ELEC", "GASB", "WTER", "PHON", "INSU", "HLTI", "ALMY", "TAXS"}) {
        CAPTURE(code);
        CHECK(is_purpose(code));
    }
    for (const char* code : {"", "rent", "RENTS", "SALA", "ZZZZ"}) {
        CAPTURE(code);
        CHECK_FALSE(is_purpose(code));
    }
    CHECK(is_category_purpose("SSBE"));
    CHECK_FALSE(is_category_purpose("SALA"));
    CHECK_FALSE(is_category_purpose("RENT"));
}

TEST_CASE("every code we know is in the published lists") {
    const auto folder = test::shared_folder() / "codes";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("skipped: no code lists");
        return;
    }
    const std::string purposes = test::read_file(folder / "external_purpose_code.json");
    const std::string categories = test::read_file(folder / "external_category_purpose_code.json");
    for_each_code([&](const std::string& code) {
        if (is_purpose(code) && !is_listed(purposes, code)) {
            FAIL_CHECK(code << " is no purpose");
        }
        if (is_category_purpose(code) && !is_listed(categories, code)) {
            FAIL_CHECK(code << " is no category purpose");
        }
    });
}
