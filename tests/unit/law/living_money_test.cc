// Goal: leefloon and the floors of living money are those of the law on their days. Method: the
// published amounts, the worked examples, days without an amount.
#include "case.hpp"
#include "law/codes.hpp"
#include "law/living_money.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using law::Leefloon_category;
using test::day;
using test::euro;
using test::figures;

TEST_CASE("the leefloon holds on its days") {
    struct Row {
        const char* on;
        Leefloon_category category;
        const char* amount; ///< empty: none is known
        bool is_verified;
    };

    constexpr auto single = Leefloon_category::single;
    for (const Row& row : {
             Row{"2021-01-01", Leefloon_category::cohabiting, "656.45", true},
             {"2022-01-31", single, "1051.30", true},
             {"2022-02-01", single, "", true}, // the steps of 2022 were not found
             {"2022-11-01", single, "1160.70", true},
             {"2022-12-01", single, "", true},
             {"2023-01-01", single, "1214.13", true},
             {"2023-06-30", single, "1214.13", true},
             {"2023-07-01", single, "1238.41", false}, // from memory
             {"2023-11-01", Leefloon_category::family, "1707.11", true},
             {"2024-05-01", single, "1288.46", true},
             {"2025-01-31", single, "1288.46", true},
             {"2025-02-01", Leefloon_category::cohabiting, "876.13", true},
             {"2025-02-01", single, "1314.20", true},
             {"2025-12-31", Leefloon_category::family, "1776.07", true},
             {"2026-01-01", single, "", true},
         }) {
        CAPTURE(row.on);
        const auto answer = law::leefloon(figures(), row.category, day(row.on));
        CHECK((answer ? money::format(answer->amount) : "") == row.amount);
        if (answer) {
            CHECK(answer->findings.empty() == row.is_verified);
            CHECK(answer->steps.size() == 1);
        } else {
            CHECK(answer.error().code() == law::not_in_force);
        }
    }
}

TEST_CASE("below the floors living money may not go") {
    struct Row {
        const char* income;
        int children;
        Leefloon_category category;
        const char* allowances;
        const char* protected_part;
        const char* consented;
    };

    for (const Row& row : {
             Row{"1900.00", 0, Leefloon_category::single, "0.00", "1671.40", "1314.20"},
             {"1900.00", 2, Leefloon_category::family, "0.00", "1843.40", "1776.07"},
             {"1900.00", 2, Leefloon_category::family, "350.00", "2193.40", "2126.07"},
         }) {
        const auto floors =
            law::living_money_floors(figures(), {.income = {{euro(row.income)},
                                                            law::Income_kind::labour,
                                                            row.children,
                                                            false,
                                                            day("2025-06-01")},
                                                 .category = row.category,
                                                 .family_allowances = euro(row.allowances)});
        REQUIRE(floors.has_value());
        CHECK(money::format(floors->protected_part) == row.protected_part);
        CHECK(money::format(floors->consented) == row.consented);
        CHECK(test::has(floors->findings, law::floor_needs_consent));
    }
}

TEST_CASE("floors need every figure, and amounts that make sense") {
    law::Living_money_request request{
        .income = {{euro("1900.00")}, law::Income_kind::labour, 0, false, day("2022-06-01")}};
    CHECK(law::living_money_floors(figures(), request).error().code() == law::not_in_force);
    request.income.on = day("2025-06-01");
    request.family_allowances = euro("-1.00");
    CHECK(law::living_money_floors(figures(), request).error().code() == law::amount_negative);
}
