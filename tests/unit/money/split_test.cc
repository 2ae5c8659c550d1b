// Goal: parts of a split always sum to the whole and do not depend on order. Method: cases worked
// out by hand.
#include "money/split.hpp"

#include <doctest/doctest.h>

#include <numeric>

using namespace saldo;
using money::Portion;

TEST_CASE("a hundred euro over three equal claims gives the odd cent to the first key") {
    const std::vector<Portion> portions{{"c", 1}, {"a", 1}, {"b", 1}};
    const auto parts = money::split(Money::cents(10'000), portions);
    REQUIRE(parts.has_value());
    CHECK(*parts ==
          std::vector{Money::cents(3'333), Money::cents(3'334), Money::cents(3'333)});
}

TEST_CASE("a weight of zero gets nothing") {
    const std::vector<Portion> portions{{"a", 0}, {"b", 3}};
    const auto parts = money::split(Money::cents(-1), portions);
    REQUIRE(parts.has_value());
    CHECK(*parts == std::vector{Money::zero(), Money::cents(-1)});
}

TEST_CASE("nothing to divide by is refused") {
    const auto parts = money::split(Money::cents(5), {});
    REQUIRE_FALSE(parts.has_value());
    CHECK(parts.error().code().text == "money.no_weight");
}
