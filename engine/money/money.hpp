#pragma once

#include "base/result.hpp"

#include <compare>
#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace saldo::money {

/// An amount of euro in whole cents, -2^63 < cents < 2^63, so that every amount has an opposite.
/// Always exact: sums are checked, an overflow is a broken contract, and nothing here rounds (see
/// scale.hpp and split.hpp).
class Money {
public:
    /// `Money::cents(1250)` is 12.50 euro. Whole numbers only; a fraction does not compile.
    template <std::integral Integer> [[nodiscard]] static constexpr Money cents(Integer cents) {
        if (!std::in_range<std::int64_t>(cents)) {
            overflowed();
        }
        return Money(static_cast<std::int64_t>(cents));
    }

    [[nodiscard]] static constexpr Money zero() { return Money(0); }

    [[nodiscard]] constexpr std::int64_t cents() const { return cents_; }

    [[nodiscard]] constexpr bool is_zero() const { return cents_ == 0; }

    [[nodiscard]] constexpr bool is_negative() const { return cents_ < 0; }

    [[nodiscard]] constexpr bool is_positive() const { return cents_ > 0; }

    friend constexpr auto operator<=>(Money, Money) = default;

    friend constexpr Money operator+(Money a, Money b) {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(a.cents_, b.cents_, &sum)) {
            overflowed();
        }
        return Money(sum);
    }

    friend constexpr Money operator-(Money a, Money b) {
        std::int64_t difference = 0;
        if (__builtin_sub_overflow(a.cents_, b.cents_, &difference)) {
            overflowed();
        }
        return Money(difference);
    }

    friend constexpr Money operator-(Money a) { return zero() - a; }

    constexpr Money& operator+=(Money other) { return *this = *this + other; }

    constexpr Money& operator-=(Money other) { return *this = *this - other; }

private:
    explicit constexpr Money(std::int64_t cents) : cents_(cents) {
        if (cents == std::numeric_limits<std::int64_t>::min()) {
            overflowed();
        }
    }

    [[noreturn]] static void overflowed();

    std::int64_t cents_;
};

[[nodiscard]] constexpr Money abs(Money amount) {
    return amount.is_negative() ? -amount : amount;
}

/// Reads `-?digits.dd`, exactly two decimals, no blanks, no thousands mark, no plus sign.
/// Refuses money.not_an_amount and money.out_of_range.
[[nodiscard]] Result<Money> parse(std::string_view text);

/// `1234.56`, `-0.50`: what `parse` reads.
[[nodiscard]] std::string format(Money amount);

/// `-2 × amount` and the like; overflow is a broken contract.
[[nodiscard]] Money times(Money amount, std::int64_t count);

} // namespace saldo::money

namespace saldo {
using money::Money;
} // namespace saldo
