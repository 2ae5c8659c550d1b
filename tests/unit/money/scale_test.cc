// Goal: rates are exact fractions and an amount is rounded once, by the named rule. Method: a table
// per rounding, with both signs and both sides of the half; arithmetic is shown in the row.
#include "money/rate.hpp"
#include "money/scale.hpp"
#include "support/aborts.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

using namespace saldo;
using money::Rate;
using money::Rounding;

static_assert(!std::is_default_constructible_v<Rate>);
static_assert(!std::is_convertible_v<int, Rate>);

namespace {

constexpr std::array all_roundings{Rounding::half_away, Rounding::half_even, Rounding::toward_zero,
                                   Rounding::away_from_zero, Rounding::refuse};

std::optional<std::int64_t> scaled(std::int64_t cents, Rate rate, Rounding rounding) {
    const auto amount = money::scale(Money::cents(cents), rate, rounding);
    return amount ? std::optional(amount->cents()) : std::nullopt;
}

} // namespace

TEST_CASE("each rounding on both signs") {
    struct Row {
        std::int64_t tenths; ///< exact answer in tenths of a cent
        std::int64_t half_away;
        std::int64_t half_even;
        std::int64_t toward_zero;
        std::int64_t away_from_zero;
    };

    for (const Row& row : {Row{0, 0, 0, 0, 0},    {1, 0, 0, 0, 1},       {4, 0, 0, 0, 1},
                           {5, 1, 0, 0, 1},       {7, 1, 1, 0, 1},       {10, 1, 1, 1, 1},
                           {14, 1, 1, 1, 2},      {15, 2, 2, 1, 2},      {16, 2, 2, 1, 2},
                           {25, 3, 2, 2, 3},      {35, 4, 4, 3, 4},      {-1, 0, 0, 0, -1},
                           {-4, 0, 0, 0, -1},     {-5, -1, 0, 0, -1},    {-7, -1, -1, 0, -1},
                           {-10, -1, -1, -1, -1}, {-14, -1, -1, -1, -2}, {-15, -2, -2, -1, -2},
                           {-25, -3, -2, -2, -3}, {-26, -3, -3, -2, -3}}) {
        CAPTURE(row.tenths);
        const Rate tenth = Rate::of(1, 10);
        CHECK(scaled(row.tenths, tenth, Rounding::half_away) == row.half_away);
        CHECK(scaled(row.tenths, tenth, Rounding::half_even) == row.half_even);
        CHECK(scaled(row.tenths, tenth, Rounding::toward_zero) == row.toward_zero);
        CHECK(scaled(row.tenths, tenth, Rounding::away_from_zero) == row.away_from_zero);
        // The same with the sign on the rate.
        const Rate minus_tenth = Rate::of(-1, 10);
        CHECK(scaled(-row.tenths, minus_tenth, Rounding::half_away) == row.half_away);
        CHECK(scaled(-row.tenths, minus_tenth, Rounding::half_even) == row.half_even);
        CHECK(scaled(-row.tenths, minus_tenth, Rounding::toward_zero) == row.toward_zero);
        CHECK(scaled(-row.tenths, minus_tenth, Rounding::away_from_zero) == row.away_from_zero);
    }
}

TEST_CASE("a fraction of a cent is refused where the caller wants none") {
    CHECK(scaled(30, Rate::of(1, 3), Rounding::refuse) == 10);
    CHECK(scaled(-30, Rate::of(1, 3), Rounding::refuse) == -10);
    const auto refused = money::scale(Money::cents(-10), Rate::of(1, 3), Rounding::refuse);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code().text == "money.not_exact");
    CHECK(refused.error().first().params == Params{{"numerator", "-10"}, {"denominator", "3"}});
}

TEST_CASE("the borders of 64 bits") {
    for (const Rounding rounding : all_roundings) {
        CHECK(scaled(INT64_MAX, Rate::of(1, 1), rounding) == INT64_MAX);
        CHECK(scaled(-INT64_MAX, Rate::of(1, 1), rounding) == -INT64_MAX);
        CHECK(scaled(INT64_MAX, Rate::of(-1, 1), rounding) == -INT64_MAX);
        CHECK(scaled(INT64_MAX, Rate::of(INT64_MAX, INT64_MAX), rounding) == INT64_MAX);
        CHECK(scaled(INT64_MAX, Rate::of(1, INT64_MAX), rounding) == 1);
        const auto large = money::scale(Money::cents(INT64_MAX), Rate::of(2, 1), rounding);
        REQUIRE_FALSE(large.has_value());
        CHECK(large.error().code().text == "money.out_of_range");
    }
    // (2^63 - 1)^2 / (2^63 - 2) = 2^63 + 1 / (2^63 - 2): just beyond.
    const Rate over = Rate::of(INT64_MAX, INT64_MAX - 1);
    CHECK_FALSE(scaled(INT64_MAX, over, Rounding::toward_zero).has_value());
    // (2^63 - 1)(2^63 - 2) / (2^63 - 1) = 2^63 - 2.
    CHECK(scaled(INT64_MAX, Rate::of(INT64_MAX - 1, INT64_MAX), Rounding::refuse) == INT64_MAX - 1);
}

TEST_CASE("a chain of rates is rounded once, at the end") {
    // 1.00 × 1/3 × 3 is 1.00; rounded after each step it would be 0.99.
    const std::vector<Rate> thirds{Rate::of(1, 3), Rate::of(3, 1)};
    CHECK(money::scale(Money::cents(100), thirds, Rounding::refuse) == Money::cents(100));
    // Forty factors of 1/7 and forty of 7 leave the amount as it was.
    std::vector<Rate> many(40, Rate::of(1, 7));
    many.insert(many.end(), 40, Rate::of(7, 1));
    CHECK(money::scale(Money::cents(-1250), many, Rounding::refuse) == Money::cents(-1250));
    CHECK(money::scale(Money::cents(5), std::vector<Rate>{}, Rounding::refuse) == Money::cents(5));
    // 10.00 × 1.05^3 = 11.57625; as one rate 9261/8000.
    const std::vector<Rate> interest(3, Rate::of(21, 20));
    CHECK(money::scale(Money::cents(1000), interest, Rounding::half_even) == Money::cents(1158));
    CHECK(money::scale(Money::cents(1000), interest, Rounding::toward_zero) == Money::cents(1157));
    CHECK(money::scale(Money::cents(-1000), interest, Rounding::half_away) == Money::cents(-1158));
    const std::vector<Rate> huge(3, Rate::of(INT64_MAX, 1));
    CHECK(money::scale(Money::cents(1), huge, Rounding::toward_zero).error().code().text ==
          "money.out_of_range");
}

TEST_CASE("rates are kept in lowest terms with the sign above") {
    CHECK(Rate::of(6, 8) == Rate::of(3, 4));
    CHECK(Rate::of(1, -2) == Rate::of(-1, 2));
    CHECK(Rate::of(-1, -2) == Rate::of(1, 2));
    CHECK(Rate::of(0, -5) == Rate::of(0, 1));
    CHECK(Rate::of(0, -5).denominator() == 1);
    CHECK(test::aborts([] { return Rate::of(1, 0); }));
    CHECK(test::aborts([] { return Rate::of(INT64_MIN, 1); }));
    CHECK(test::aborts([] { return Rate::of(1, INT64_MIN); }));
}

TEST_CASE("a rate is written as it is read") {
    for (const Rate rate : {Rate::of(3, 7), Rate::of(-1, 20), Rate::of(0, 1), Rate::of(5, 1)}) {
        CHECK(money::parse_rate(money::format(rate)) == rate);
    }
    CHECK(money::format(Rate::of(2, 40)) == "1/20");
}

TEST_CASE("percentages and rates as written") {
    struct Row {
        std::string_view text;
        Rate rate;
    };

    for (const Row& row : {Row{"5.25", Rate::of(21, 400)},
                           {"0", Rate::of(0, 1)},
                           {"-0.5", Rate::of(-1, 200)},
                           {"100", Rate::of(1, 1)},
                           {"0.000000000001", Rate::of(1, 100'000'000'000'000)}}) {
        CAPTURE(row.text);
        CHECK(money::parse_percent(row.text) == row.rate);
    }
    for (const Row& row : {Row{"3/7", Rate::of(3, 7)},
                           {"-3/7", Rate::of(-3, 7)},
                           {"6/8", Rate::of(3, 4)},
                           {"0.0525", Rate::of(21, 400)},
                           {"1", Rate::of(1, 1)}}) {
        CAPTURE(row.text);
        CHECK(money::parse_rate(row.text) == row.rate);
    }
}

TEST_CASE("what is no rate is refused") {
    for (const char* bad : {"", ".", "-", "5.", ".5", "+5", "5,25", "5.25%", " 5", "5 ", "1e2",
                            "--5", "0.0000000000001", "9223372036854775808", "1.2.3"}) {
        CAPTURE(bad);
        REQUIRE_FALSE(money::parse_percent(bad).has_value());
        CHECK(money::parse_percent(bad).error().code().text == "money.not_a_rate");
        CHECK_FALSE(money::parse_rate(bad).has_value());
    }
    for (const char* bad :
         {"3/", "/7", "3/0", "3/-7", "3/7/2", "3 / 7", "1.5/2", "-9223372036854775808/1"}) {
        CAPTURE(bad);
        REQUIRE_FALSE(money::parse_rate(bad).has_value());
        CHECK(money::parse_rate(bad).error().code().text == "money.not_a_rate");
    }
    CHECK_FALSE(money::parse_percent("3/7").has_value());
}
