// Goal: amounts of bank files are exact and lead into the ledger only in whole cents.
#include "bank/amount.hpp"
#include "bank/codes.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <utility>
#include <vector>

using namespace saldo;
using bank::Amount;
using bank::Amount_sum;

TEST_CASE("two decimals, more only where they are not zero") {
    const std::vector<std::pair<std::int64_t, std::string>> table{
        {0, "0.00"},
        {100'000, "1.00"},
        {1'250'000, "12.50"},
        {-76'782'300, "-767.823"},
        {1, "0.00001"},
        {-1'000, "-0.01"},
        {std::numeric_limits<std::int64_t>::min(), "-92233720368547.75808"},
    };
    for (const auto& [units, text] : table) {
        CHECK(bank::format(Amount::units(units)) == text);
    }
}

TEST_CASE("a fraction of a cent never enters the ledger") {
    CHECK(bank::to_money(Amount::units(1'250'000)) == Money::cents(1'250));
    const auto refused = bank::to_money(Amount::units(1'250'100));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code() == bank::fraction_of_cent);
    CHECK(bank::to_amount(Money::cents(-5)) == Amount::units(-5'000));
}

TEST_CASE("a sum holds more than an amount, and says when it does") {
    const Amount largest = Amount::units(std::numeric_limits<std::int64_t>::max());
    Amount_sum sum;
    sum.add(largest);
    CHECK(sum.amount() == largest);
    sum.add(largest);
    CHECK_FALSE(sum.amount().has_value());
    Amount_sum one;
    one.add(largest);
    sum.subtract(one);
    CHECK(sum == largest);
}
