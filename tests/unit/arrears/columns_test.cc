// Goal: the documents by which an office sets how lists and the commission work are read as they
// stand, and what they say wrong is told. Method: the built-in ones, and one change at a time.
#include "arrears/columns.hpp"
#include "arrears/lac_rules.hpp"
#include "arrears/procedure.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::arrears;

namespace {

/// The text with one part of it replaced, which must be there.
std::string with(std::string_view text, const std::string& what, const std::string& by) {
    std::string changed(text);
    const std::size_t at = changed.find(what);
    REQUIRE(at != std::string::npos);
    return changed.replace(at, what.size(), by);
}

template <class Answer> std::string code(const Answer& answer) {
    return answer ? std::string() : std::string(answer.error().code().text);
}

} // namespace

TEST_CASE("the built-in documents are read") {
    const auto landlords = read_columns(standard_columns());
    REQUIRE(landlords.has_value());
    REQUIRE(landlords->size() == 1);
    CHECK(landlords->front().headings.at("achterstal") == Column::arrears);
    CHECK(landlord_of(*landlords, "").has_value());
    CHECK(code(landlord_of(*landlords, "other")) == "arrears.landlord_unknown");
    const auto procedure = read_procedure(standard_procedure());
    REQUIRE(procedure.has_value());
    CHECK(steps_of(*procedure, 1).size() == 2);
    CHECK(steps_of(*procedure, 3).front().key == "consultation");
    CHECK(steps_of(*procedure, 9).front().key == "consultation"); // the last level comes again
    CHECK(read_lac_rules(standard_lac_rules()).has_value());
}

TEST_CASE("what a document says wrong is told") {
    CHECK(code(read_columns(with(standard_columns(), "\"Achterstallige huur\"",
                                 "\"HUURPRIJS\""))) == "arrears.said_twice");
    CHECK(code(read_columns(with(standard_columns(), "\"decimal_mark\": \",\"",
                                 "\"decimal_mark\": \";\""))) == "dossier.schema");
    CHECK(code(read_procedure(with(standard_procedure(), "phone_call", "letter"))) ==
          "arrears.said_twice");
    CHECK(code(read_procedure(with(standard_procedure(), "\"level\": 3", "\"level\": 4"))) ==
          "arrears.level_wrong");
    CHECK(code(read_lac_rules(with(standard_lac_rules(), "2020-01-01", "2020-02-30"))) ==
          "arrears.value_wrong");
    const auto two =
        read_columns(with(standard_columns(), "\"landlords\": [",
                          R"("landlords": [{"landlord": "b", "name": "B", "decimal_mark": ".",
            "dates": ["yyyy-mm-dd"], "columns": {"tenant": ["a"], "name": ["b"], "rent": ["c"],
            "arrears": ["d"]}},)"));
    REQUIRE(two.has_value());
    CHECK(code(landlord_of(*two, "")) == "arrears.landlord_not_told");
    CHECK(landlord_of(*two, "b")->decimal_mark == '.');
}

TEST_CASE("rules of the commission hold from their day, and winter goes over New Year") {
    auto rows = *read_lac_rules(standard_lac_rules());
    CHECK(code(rules_on(rows, test::day("2019-12-31"))) == "arrears.lac_rules_not_in_force");
    rows.push_back(rows.front());
    rows.back().from = test::day("2027-01-01");
    rows.back().unanimous = false;
    CHECK(rules_on(rows, test::day("2026-12-31"))->unanimous);
    CHECK(!rules_on(rows, test::day("2027-01-01"))->unanimous);

    struct Row {
        const char* day;
        bool is_winter;
    };

    for (const Row& row : {Row{"2026-11-30", false},
                           {"2026-12-01", true},
                           {"2026-12-31", true},
                           {"2027-01-01", true},
                           {"2027-03-01", true},
                           {"2027-03-02", false},
                           {"2027-07-01", false}}) {
        CAPTURE(row.day);
        CHECK(is_winter(rows.front(), Energy::gas, test::day(row.day)) == row.is_winter);
        CHECK(!is_winter(rows.front(), Energy::water, test::day(row.day)));
    }
}
