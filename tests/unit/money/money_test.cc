// Goal: amounts are exact, read and written in one form, and nonsense does not compile. Method:
// tables, the borders of 64 bits, and questions to the compiler.
#include "money/money.hpp"
#include "support/aborts.hpp"

#include <doctest/doctest.h>

#include <concepts>
#include <cstdint>
#include <string>
#include <type_traits>

using namespace saldo;

namespace {

template <class T>
concept Makes_money = requires(T value) {
    Money::cents(value);
};

template <class A, class B>
concept Adds = requires(A a, B b) {
    a + b;
};

template <class A, class B>
concept Multiplies = requires(A a, B b) {
    a* b;
};

template <class A, class B>
concept Divides = requires(A a, B b) {
    a / b;
};

template <class A, class B>
concept Compares = requires(A a, B b) {
    a < b;
};

std::string code_of(std::string_view text) {
    const auto amount = money::parse(text);
    return amount ? "ok" : std::string(amount.error().code().text);
}

constexpr Money largest = Money::cents(INT64_MAX);
constexpr Money smallest = Money::cents(-INT64_MAX);

} // namespace

static_assert(Makes_money<int> && Makes_money<std::int64_t> && Makes_money<std::uint32_t>);
static_assert(!Makes_money<double> && !Makes_money<float> && !Makes_money<Money>);
static_assert(!std::is_default_constructible_v<Money>);
static_assert(!std::is_constructible_v<Money, std::int64_t>);
static_assert(!std::is_convertible_v<int, Money> && !std::is_convertible_v<Money, std::int64_t>);
static_assert(Adds<Money, Money> && !Adds<Money, int> && !Adds<int, Money>);
static_assert(!Multiplies<Money, Money> && !Multiplies<Money, int> && !Multiplies<Money, double>);
static_assert(!Divides<Money, Money> && !Divides<Money, int>);
static_assert(Compares<Money, Money> && !Compares<Money, int>);
static_assert(std::is_trivially_copyable_v<Money> && sizeof(Money) == 8);

static_assert((Money::cents(1250) + Money::cents(-50)).cents() == 1200);
static_assert((Money::cents(1) - Money::cents(3)).cents() == -2);
static_assert(-Money::cents(7) == Money::cents(-7) && abs(Money::cents(-7)) == Money::cents(7));
static_assert(Money::zero().is_zero() && !Money::zero().is_negative() &&
              !Money::zero().is_positive());
static_assert(Money::cents(-1).is_negative() && Money::cents(1).is_positive());
static_assert(smallest < Money::zero() && Money::zero() < largest && -smallest == largest);

TEST_CASE("amounts are read and written in one form") {
    struct Row {
        std::string_view text;
        std::int64_t cents;
    };

    for (const Row& row : {Row{"0.00", 0},
                           {"0.01", 1},
                           {"-0.01", -1},
                           {"0.10", 10},
                           {"-0.50", -50},
                           {"1.00", 100},
                           {"1234.56", 123'456},
                           {"-1000000.00", -100'000'000},
                           {"92233720368547758.07", INT64_MAX},
                           {"-92233720368547758.07", -INT64_MAX}}) {
        CAPTURE(row.text);
        CHECK(money::parse(row.text) == Money::cents(row.cents));
        CHECK(money::format(Money::cents(row.cents)) == row.text);
    }
    // Read, though never written: zeros in front, and a minus before zero.
    CHECK(money::parse("0012.50") == Money::cents(1250));
    CHECK(money::parse("-0.00") == Money::zero());
}

TEST_CASE("everything else is refused") {
    for (const char* bad :
         {"",      "-",      "0",      "1",    "1.",       "1.0",      "1.000",    ".50",    "-.50",
          "+1.00", " 1.00",  "1.00 ",  "1,00", "1.234,56", "1,234.56", "1 234.56", "--1.00", "1.-5",
          "-1.0-", "0x1.00", "1e3.00", "1.0a", "inf",      "nan",      "EUR 1.00", "1.00-"}) {
        CAPTURE(bad);
        CHECK(code_of(bad) == "money.not_an_amount");
    }
    for (const char* large : {"92233720368547758.08", "-92233720368547758.08",
                              "-92233720368547758.09", "100000000000000000000000000.00"}) {
        CAPTURE(large);
        CHECK(code_of(large) == "money.out_of_range");
    }
    CHECK(money::parse("1,00").error().first().params == Params{{"stated", "1,00"}});
}

TEST_CASE("an overflow is a broken contract") {
    CHECK(test::aborts([] { return largest + Money::cents(1); }));
    CHECK(test::aborts([] { return smallest - Money::cents(1); })); // would have no opposite
    CHECK(test::aborts([] { return smallest - Money::cents(2); }));
    CHECK(test::aborts([] { return smallest + Money::cents(-1); }));
    CHECK(test::aborts([] { return Money::cents(INT64_MIN); }));
    CHECK(test::aborts([] { return Money::cents(UINT64_MAX); }));
    CHECK(largest + smallest == Money::zero());
    CHECK(smallest + Money::cents(1) - Money::cents(1) == smallest);
}

TEST_CASE("sums in place") {
    Money amount = Money::cents(100);
    amount += Money::cents(25);
    CHECK(amount == Money::cents(125));
    amount -= Money::cents(200);
    CHECK(amount == Money::cents(-75));
}

TEST_CASE("times a count") {
    CHECK(money::times(Money::cents(1250), 12) == Money::cents(15'000));
    CHECK(money::times(Money::cents(1250), -2) == Money::cents(-2500));
    CHECK(money::times(Money::cents(-7), -3) == Money::cents(21));
    CHECK(money::times(Money::cents(1250), 0) == Money::zero());
    CHECK(money::times(largest, -1) == smallest);
    CHECK(test::aborts([] { return money::times(largest, 2); }));
    CHECK(test::aborts([] { return money::times(Money::cents(INT64_MIN / 2), 2); }));
}
