// Goal: parts of a split always sum to the whole and do not depend on order. Method: cases worked
// out by hand, and the largest amounts and weights there are.
#include "money/split.hpp"
#include "support/aborts.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

using namespace saldo;
using money::Portion;

namespace {

std::vector<std::int64_t> cents_of(std::int64_t whole, const std::vector<Portion>& portions) {
    std::vector<std::int64_t> cents;
    const std::vector<Money> parts = money::split(Money::cents(whole), portions).value();
    for (const Money part : parts) {
        cents.push_back(part.cents());
    }
    return cents;
}

using Cents = std::vector<std::int64_t>;

} // namespace

TEST_CASE("a hundred euro over three equal claims gives the odd cent to the first key") {
    const std::vector<Portion> portions{{"c", 1}, {"a", 1}, {"b", 1}};
    CHECK(cents_of(10'000, portions) == Cents{3'333, 3'334, 3'333});
    CHECK(cents_of(-10'000, portions) == Cents{-3'333, -3'334, -3'333});
}

TEST_CASE("odd cents go to the largest remainders, then by key") {
    // 100 over 17 : 13 : 11 of 41: 41.46, 31.70, 26.82; two cents left for the last two.
    CHECK(cents_of(100, {{"a", 17}, {"b", 13}, {"c", 11}}) == Cents{41, 32, 27});
    // 5 over 1 : 1 : 1 : 1: 1.25 each, one cent left for the first key.
    CHECK(cents_of(5, {{"d", 1}, {"c", 1}, {"b", 1}, {"a", 1}}) == Cents{1, 1, 1, 2});
    CHECK(cents_of(2, {{"10", 1}, {"9", 1}, {"8", 1}}) == Cents{1, 0, 1}); // keys are texts
    CHECK(cents_of(0, {{"a", 3}, {"b", 5}}) == Cents{0, 0});
    CHECK(cents_of(7, {{"a", 1}}) == Cents{7});
}

TEST_CASE("a weight of zero gets nothing") {
    CHECK(cents_of(-1, {{"a", 0}, {"b", 3}}) == Cents{0, -1});
    CHECK(cents_of(10, {{"a", 0}, {"b", 3}, {"c", 0}, {"d", 4}}) == Cents{0, 4, 0, 6});
}

TEST_CASE("the largest amounts and weights fit") {
    // Equal weights of 2^63 - 1: halves of 2^63 - 1, the odd cent to the first key.
    const std::int64_t half = INT64_MAX / 2;
    CHECK(cents_of(INT64_MAX, {{"b", INT64_MAX}, {"a", INT64_MAX}}) == Cents{half, half + 1});
    CHECK(cents_of(-INT64_MAX, {{"b", INT64_MAX}, {"a", INT64_MAX}}) == Cents{-half, -half - 1});
    // The weight of one is lost in the other: its share is one cent and a hair less.
    CHECK(cents_of(INT64_MAX, {{"a", 1}, {"b", INT64_MAX}}) == Cents{1, INT64_MAX - 1});
    std::vector<Portion> many;
    for (int i = 0; i < 1000; ++i) {
        many.push_back({std::to_string(i), INT64_MAX});
    }
    const auto parts = money::split(Money::cents(INT64_MAX), many);
    REQUIRE(parts.has_value());
    Money sum = Money::zero();
    for (const Money part : *parts) {
        sum += part;
    }
    CHECK(sum == Money::cents(INT64_MAX));
}

TEST_CASE("nothing to divide by is refused") {
    for (const std::vector<Portion>& portions :
         {std::vector<Portion>{}, std::vector<Portion>{{"a", 0}, {"b", 0}}}) {
        const auto parts = money::split(Money::cents(5), portions);
        REQUIRE_FALSE(parts.has_value());
        CHECK(parts.error().code().text == "money.no_weight");
        CHECK(parts.error().first().params == Params{{"amount", "0.05"}});
    }
}

TEST_CASE("equal keys and negative weights are broken contracts") {
    const std::vector<Portion> twins{{"a", 1}, {"b", 2}, {"a", 1}};
    const std::vector<Portion> negative{{"a", 1}, {"b", -2}};
    CHECK(test::aborts([&] { return money::split(Money::cents(5), twins); }));
    CHECK(test::aborts([&] { return money::split(Money::cents(5), negative); }));
}
