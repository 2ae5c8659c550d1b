// Goal: money is exact for any amount. Method: random amounts, biased to the edges, compared with
// Boost's exact fractions.
#include "money/money.hpp"
#include "money/scale.hpp"
#include "money/split.hpp"
#include "property/generators.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace saldo;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;
using money::Portion;
using money::Rate;
using money::Rounding;

namespace {

/// Portions with different keys, of which the first has a weight above zero.
std::vector<Portion> some_portions() {
    std::vector<Portion> portions;
    const auto weights =
        *rc::gen::nonEmpty(rc::gen::container<std::vector<std::int64_t>>(test::magnitudes()));
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const std::int64_t weight = i == 0 ? std::max<std::int64_t>(weights[i], 1) : weights[i];
        portions.push_back({"claim " + std::to_string(i), weight});
    }
    return portions;
}

/// The nearest whole number to a fraction under a rounding, computed from its floor.
cpp_int rounded(const cpp_rational& exact, Rounding rounding) {
    const cpp_rational magnitude = exact < 0 ? cpp_rational(-exact) : exact;
    const cpp_int floor = numerator(magnitude) / denominator(magnitude);
    const cpp_rational fraction = magnitude - floor;
    const cpp_rational half(1, 2);
    const bool up = rounding == Rounding::half_away ? fraction >= half
                    : rounding == Rounding::half_even
                        ? fraction > half || (fraction == half && floor % 2 == 1)
                    : rounding == Rounding::toward_zero ? false
                                                        : fraction > 0;
    const cpp_int result = up ? floor + 1 : floor;
    return exact < 0 ? cpp_int(-result) : result;
}

} // namespace

TEST_CASE("format and parse of money") {
    CHECK(rc::check("parse gives back what format wrote", [] {
        const Money amount = test::any_money();
        RC_ASSERT(money::parse(money::format(amount)).value() == amount);
    }));
    CHECK(rc::check("any text is read or refused, and what is read has one value", [] {
        const auto text =
            *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789.-,+ e")));
        if (const auto amount = money::parse(text)) {
            RC_ASSERT(money::parse(money::format(*amount)).value() == *amount);
        }
    }));
}

TEST_CASE("split") {
    CHECK(rc::check("the parts sum to the whole", [] {
        const Money whole = test::any_money();
        const auto parts = money::split(whole, some_portions()).value();
        RC_ASSERT(std::accumulate(parts.begin(), parts.end(), Money::zero()) == whole);
    }));
    CHECK(rc::check("each part is within one cent of its exact share", [] {
        const Money whole = test::any_money();
        const auto portions = some_portions();
        const auto parts = money::split(whole, portions).value();
        cpp_int total = 0;
        for (const Portion& portion : portions) {
            total += portion.weight;
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const cpp_rational exact(cpp_int(whole.cents()) * portions[i].weight, total);
            const cpp_rational off = exact - parts[i].cents();
            RC_ASSERT(off > -1);
            RC_ASSERT(off < 1);
        }
    }));
    CHECK(rc::check("a weight of zero gets nothing and no part has the other sign", [] {
        const Money whole = test::any_money();
        const auto portions = some_portions();
        const auto parts = money::split(whole, portions).value();
        for (std::size_t i = 0; i < parts.size(); ++i) {
            RC_ASSERT((portions[i].weight > 0 || parts[i].is_zero()));
            RC_ASSERT((parts[i].is_zero() || parts[i].is_negative() == whole.is_negative()));
        }
    }));
    CHECK(rc::check("the order of the portions changes nothing", [] {
        const Money whole = test::any_money();
        const auto portions = some_portions();
        const auto order = *test::shuffled(portions.size());
        std::vector<Portion> moved;
        for (const std::size_t from : order) {
            moved.push_back(portions[from]);
        }
        const auto parts = money::split(whole, portions).value();
        const auto moved_parts = money::split(whole, moved).value();
        for (std::size_t i = 0; i < order.size(); ++i) {
            RC_ASSERT(moved_parts[i] == parts[order[i]]);
        }
    }));
    CHECK(rc::check("a debt splits as the same claim with the sign turned", [] {
        const Money whole = test::any_money();
        const auto portions = some_portions();
        auto parts = money::split(whole, portions).value();
        std::ranges::transform(parts, parts.begin(), [](Money part) { return -part; });
        RC_ASSERT(money::split(-whole, portions).value() == parts);
    }));
}

TEST_CASE("scale") {
    for (const Rounding rounding : {Rounding::half_away, Rounding::half_even, Rounding::toward_zero,
                                    Rounding::away_from_zero}) {
        CAPTURE(static_cast<int>(rounding));
        CHECK(rc::check("one rate as the exact fraction rounds", [=] {
            const Money amount = test::any_money();
            const Rate rate = test::any_rate();
            const cpp_int expected = rounded(
                cpp_rational(cpp_int(amount.cents()) * rate.numerator(), rate.denominator()),
                rounding);
            const auto scaled = money::scale(amount, rate, rounding);
            RC_ASSERT(scaled.has_value() == (abs(expected) <= INT64_MAX));
            RC_ASSERT((!scaled || scaled->cents() == expected));
        }));
        CHECK(rc::check("a chain of rates as the exact fraction rounds", [=] {
            const Money amount = test::any_money();
            std::vector<Rate> rates;
            cpp_rational exact = amount.cents();
            for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
                rates.push_back(test::any_rate());
                exact *= cpp_rational(rates.back().numerator(), rates.back().denominator());
            }
            const cpp_int expected = rounded(exact, rounding);
            const auto scaled = money::scale(amount, rates, rounding);
            RC_ASSERT(scaled.has_value() == (abs(expected) <= INT64_MAX));
            RC_ASSERT((!scaled || scaled->cents() == expected));
        }));
    }
    CHECK(rc::check("a refusing scale answers exactly or not at all", [] {
        const Money amount = test::any_money();
        const Rate rate = test::any_rate();
        const cpp_rational exact(cpp_int(amount.cents()) * rate.numerator(), rate.denominator());
        const auto scaled = money::scale(amount, rate, Rounding::refuse);
        const bool whole = denominator(exact) == 1;
        RC_ASSERT((scaled.has_value() == (whole && abs(numerator(exact)) <= INT64_MAX)));
        RC_ASSERT((!scaled || exact == scaled->cents()));
    }));
}
