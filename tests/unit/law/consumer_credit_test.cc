// Goal: when a consumer credit may be ended for default, and what may be claimed then. Method: the
// worked examples, edges of every limit and of the month after the notice.
#include "case.hpp"
#include "law/codes.hpp"
#include "law/consumer_credit.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using law::Default_reason;
using test::day;
using test::euro;
using test::figures;

TEST_CASE("a clause that ends a credit works after a limit, a notice and a month") {
    struct Row {
        const char* arrears;
        int missed;
        const char* notice; ///< empty: none
        const char* on;
        bool triggered;
        Default_reason reason;
    };

    constexpr auto too_little = Default_reason::too_little;
    constexpr auto missed = Default_reason::missed_instalments;
    constexpr auto share = Default_reason::arrears_share;
    for (const Row& row : {
             Row{"250.00", 1, "2025-03-10", "2025-06-01", false, too_little},
             {"500.00", 2, "2025-03-10", "2025-06-01", true, missed},
             {"1200.00", 1, "2025-03-10", "2025-06-01", true, share},
             {"1199.99", 1, "2025-03-10", "2025-06-01", false, too_little},
             {"500.00", 2, "", "2025-06-01", false, Default_reason::no_notice},
             {"500.00", 2, "2025-03-10", "2025-04-10", false, Default_reason::notice_runs},
             {"500.00", 2, "2025-03-10", "2025-04-11", true, missed},
             {"500.00", 2, "2025-01-31", "2025-02-28", false, Default_reason::notice_runs},
             {"500.00", 2, "2025-01-31", "2025-03-01", true, missed},
         }) {
        CAPTURE(row.arrears);
        CAPTURE(row.on);
        const auto answer = law::credit_default(
            figures(), {euro("6000.00"), euro(row.arrears), row.missed,
                        *row.notice == '\0' ? std::nullopt : std::optional(day(row.notice)),
                        day(row.on), std::nullopt});
        REQUIRE(answer.has_value());
        CHECK(answer->triggered == row.triggered);
        CHECK(answer->reason == row.reason);
        CHECK(answer->findings.empty());
    }
}

TEST_CASE("arrears are held against the exact share") {
    // 20 % of 5,999.99 is 1,199.998.
    const auto at = [](const char* arrears) {
        return law::credit_default(figures(), {euro("5999.99"), euro(arrears), 0, day("2025-01-01"),
                                               day("2025-06-01"), std::nullopt})
            ->triggered;
    };
    CHECK_FALSE(at("1199.99"));
    CHECK(at("1200.00"));
}

TEST_CASE("what may be claimed at most") {
    struct Row {
        const char* balance;
        const char* penalty;
    };

    for (const Row& row : {Row{"3000.00", "300.00"},
                           {"7500.00", "750.00"},
                           {"10000.00", "875.00"},
                           {"12345.67", "992.28"},
                           {"0.00", "0.00"}}) {
        CAPTURE(row.balance);
        const auto answer =
            law::credit_claim(figures(), {euro(row.balance), euro("0.00"), money::Rate::of(8, 100),
                                          0, day("2024-01-01")});
        REQUIRE(answer.has_value());
        CHECK(money::format(answer->penalty) == row.penalty);
        CHECK(answer->late_interest.is_zero());
    }
    const auto late =
        law::credit_claim(figures(), {euro("2400.00"), euro("120.00"), money::Rate::of(8, 100), 45,
                                      day("2024-01-01")});
    REQUIRE(late.has_value());
    CHECK(money::format(late->late_interest) == "26.04");
    CHECK(money::format(late->total) == "2786.04"); // 2400 + 120 + 240 + 26.04
    CHECK(late->steps.back().factor == "8.00 % × 1.10 × 45/365");
}

TEST_CASE("contracts of since the new directive and credits at 0 % are told apart") {
    const law::Credit_claim_request request{euro("2400.00"), euro("0.00"), money::Rate::of(0, 1),
                                            45, day("2026-11-20")};
    const auto answer = law::credit_claim(figures(), request);
    REQUIRE(answer.has_value());
    CHECK(test::has(answer->findings, law::new_directive));
    CHECK(test::has(answer->findings, law::rate_is_zero));
    auto older = request;
    older.contract = day("2026-11-19");
    CHECK_FALSE(test::has(law::credit_claim(figures(), older)->findings, law::new_directive));
    older.contract = day("2015-03-31");
    CHECK(law::credit_claim(figures(), older).error().code() == law::not_in_force);
}

TEST_CASE("what makes no sense is refused") {
    const auto ended = [](const char* total, const char* arrears, int missed) {
        return law::credit_default(figures(), {euro(total), euro(arrears), missed, std::nullopt,
                                               day("2025-06-01"), std::nullopt})
            .error()
            .code();
    };
    CHECK(ended("0.00", "0.00", 0) == law::amount_not_positive);
    CHECK(ended("1.00", "-1.00", 0) == law::amount_negative);
    CHECK(ended("1.00", "0.00", -1) == law::count_negative);
    const auto claimed = [](const char* balance, int rate, int days) {
        return law::credit_claim(figures(), {euro(balance), euro("0.00"),
                                             money::Rate::of(rate, 100), days, day("2025-06-01")})
            .error()
            .code();
    };
    CHECK(claimed("-1.00", 8, 1) == law::amount_negative);
    CHECK(claimed("1.00", -8, 1) == law::rate_negative);
    CHECK(claimed("1.00", 8, -1) == law::count_negative);
}
