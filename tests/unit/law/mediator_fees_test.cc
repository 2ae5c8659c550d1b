// Goal: the lump sums of a mediator and the levies of the register are those of their days. Method:
// worked examples, days without an amount.
#include "case.hpp"
#include "law/codes.hpp"
#include "law/mediator_fees.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using test::day;
using test::euro;
using test::figures;

TEST_CASE("the lump sums of a mediator") {
    struct Row {
        int creditors;
        const char* on;
        const char* base; ///< empty: no amount is known
        const char* follow_up;
    };

    for (const Row& row : {
             Row{9, "2023-06-01", "824.65", "329.83"}, // 651.01 + 4 × 43.41; 260.39 + 4 × 17.36
             {5, "2023-06-01", "651.01", "260.39"},
             {0, "2023-06-01", "651.01", "260.39"},
             {6, "2022-01-01", "629.29", "251.69"}, // 589.95 + 39.34; 235.96 + 15.73
             {6, "2018-12-31", "574.95", "229.96"}, // 539.01 + 35.94; 215.59 + 14.37
             {6, "2017-01-01", "540.42", "216.15"}, // 506.64 + 33.78; 202.64 + 13.51
             {9, "2019-01-01", "", ""},
             {9, "2021-12-31", "", ""},
             {9, "2024-01-01", "", ""},
         }) {
        CAPTURE(row.on);
        const auto answer = law::mediator_fees(figures(), row.creditors, day(row.on));
        CHECK((answer ? money::format(answer->base) : "") == row.base);
        CHECK((answer ? money::format(answer->yearly_follow_up) : "") == row.follow_up);
        if (!answer) {
            CHECK(answer.error().code() == law::not_in_force);
        }
    }
    const auto levy = [](const char* on) {
        return law::mediator_fees(figures(), 5, day(on))->levy;
    };
    CHECK_FALSE(levy("2023-11-01").has_value());
    CHECK(levy("2023-11-02") == euro("75.00"));
    CHECK(law::mediator_fees(figures(), -1, day("2023-06-01")).error().code() ==
          law::count_negative);
}

TEST_CASE("a levy on each anniversary, as many as the plan has years") {
    for (const int years : {5, 7}) {
        const auto answer = law::levies(figures(), {day("2024-09-01"), years});
        REQUIRE(answer.has_value());
        REQUIRE(answer->levies.size() == static_cast<std::size_t>(years));
        CHECK(answer->levies.front().due_from == day("2025-09-01"));
        CHECK(answer->levies[4].due_from == day("2029-09-01"));
        // The amounts of after 2024 were not found: none is guessed.
        CHECK_FALSE(answer->total.has_value());
        REQUIRE(answer->findings.size() == 1);
        CHECK(test::has(answer->findings, law::levy_not_known));
    }
    const auto known = law::levies(figures(), {day("2023-03-01"), 1});
    REQUIRE(known.has_value());
    CHECK(known->total == euro("75.00"));
    CHECK(known->findings.empty());
    // The register began on 2 November 2023.
    CHECK_FALSE(law::levies(figures(), {day("2022-11-01"), 1})->total.has_value());
    CHECK(law::levies(figures(), {day("2022-11-02"), 1})->total == euro("75.00"));
}

TEST_CASE("a plan of more than seven years is remarked, and one of a hundred refused") {
    const auto with = [](int years) { return law::levies(figures(), {day("2024-09-01"), years}); };
    CHECK_FALSE(test::has(with(7)->findings, law::plan_is_long));
    CHECK(test::has(with(8)->findings, law::plan_is_long));
    CHECK(test::has(with(10)->findings, law::plan_is_long));
    CHECK(with(100).error().code() == law::count_too_large);
    CHECK(with(-1).error().code() == law::count_negative);
    CHECK(with(0)->total == euro("0.00"));
}
