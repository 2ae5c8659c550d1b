#pragma once

#include "base/result.hpp"
#include "money/money.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace saldo::bank {

/// An amount as a bank file states it, exact to five decimals (CODA has three, camt up to five)
/// and in whatever currency the file says. Only `to_money` leads from here into the ledger.
class Amount {
public:
    static constexpr std::int64_t units_per_one = 100'000;
    static constexpr std::int64_t units_per_cent = 1'000;

    constexpr Amount() = default;

    /// In hundred-thousandths: `Amount::units(1'234'500'000)` is 12345.00.
    [[nodiscard]] static constexpr Amount units(std::int64_t units) { return Amount(units); }

    [[nodiscard]] constexpr std::int64_t units() const { return units_; }

    friend constexpr auto operator<=>(Amount, Amount) = default;

    friend constexpr Amount operator+(Amount a, Amount b) {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(a.units_, b.units_, &sum)) {
            overflowed();
        }
        return Amount(sum);
    }

    friend constexpr Amount operator-(Amount a, Amount b) {
        std::int64_t difference = 0;
        if (__builtin_sub_overflow(a.units_, b.units_, &difference)) {
            overflowed();
        }
        return Amount(difference);
    }

    friend constexpr Amount operator-(Amount a) { return Amount() - a; }

    constexpr Amount& operator+=(Amount other) { return *this = *this + other; }

private:
    explicit constexpr Amount(std::int64_t units) : units_(units) {}

    [[noreturn]] static void overflowed();

    std::int64_t units_ = 0;
};

/// A sum of amounts from a file. No number of them overflows it: what a file holds is input, and
/// only the sums a file states must fit an `Amount`.
class Amount_sum {
public:
    constexpr void add(Amount amount) { units_ += amount.units(); }

    constexpr void add(const Amount_sum& other) { units_ += other.units_; }

    constexpr void subtract(const Amount_sum& other) { units_ -= other.units_; }

    /// Nothing if the sum is beyond an `Amount`.
    [[nodiscard]] constexpr std::optional<Amount> amount() const {
        const auto narrow = static_cast<std::int64_t>(units_);
        return narrow == units_ ? std::optional(Amount::units(narrow)) : std::nullopt;
    }

    friend constexpr bool operator==(const Amount_sum& sum, Amount amount) {
        return sum.units_ == amount.units();
    }

private:
    __extension__ using Wide = __int128;

    Wide units_ = 0;
};

/// Two decimals, more only where they are not zero: `12.50`, `-767.823`.
[[nodiscard]] std::string format(Amount amount);

/// In whole cents. Refuses bank.fraction_of_cent; nothing is rounded.
[[nodiscard]] Result<Money> to_money(Amount amount);

[[nodiscard]] Amount to_amount(Money money);

} // namespace saldo::bank
