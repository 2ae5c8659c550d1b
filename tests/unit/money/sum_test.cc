// Goal: a sum of products is rounded once, not product by product. Method: sums whose parts would
// each round the other way; what is shown of a product.
#include "money/scale.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace saldo;
using money::Product;
using money::Rate;
using money::Rounding;

TEST_CASE("a sum of products is rounded once") {
    // Three times 0.004 is 0.012: one cent, where each alone is none.
    const std::vector<Product> parts(3, {Money::cents(1), {Rate::of(2, 5)}});
    CHECK(money::sum(parts, Rounding::half_away)->cents() == 1);
    const std::vector<Product> opposite{{Money::cents(1), {Rate::of(1, 2)}},
                                        {Money::cents(-1), {Rate::of(1, 2)}}};
    CHECK(money::sum(opposite, Rounding::refuse)->is_zero());
    CHECK(money::sum({}, Rounding::refuse)->is_zero());
}

TEST_CASE("a product is shown with two to six decimals") {
    struct Row {
        Product product;
        const char* shown;
    };

    for (const Row& row : {
             Row{{Money::cents(1200), {Rate::of(1, 5)}}, "2.40"},
             {{Money::cents(100000), {Rate::of(3, 200), Rate::of(184, 365)}}, "7.561644"},
             {{Money::cents(1), {Rate::of(1, 3)}}, "0.003333"},
             {{Money::cents(-1), {Rate::of(1, 2)}}, "-0.005"},
             {{Money::cents(-1), {Rate::of(1, 1000000)}}, "0.00"},
             {{Money::cents(12345), {}}, "123.45"},
         }) {
        CHECK(money::shown(row.product) == row.shown);
    }
}

TEST_CASE("a rate is shown in percent") {
    CHECK(money::shown_percent(Rate::of(23, 400)) == "5.75");
    CHECK(money::shown_percent(Rate::of(1, 3)) == "33.333333");
    CHECK(money::shown_percent(Rate::of(0, 1)) == "0.00");
    CHECK(money::shown_percent(Rate::of(-1, 20)) == "-5.00");
}
