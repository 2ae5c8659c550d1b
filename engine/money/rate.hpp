#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace saldo::money {

/// An exact fraction in lowest terms; the denominator is positive. A share of 1/3 is 1/3, and
/// 5.25 % is 21/400: percent is only a way to write it.
class Rate {
public:
    /// `numerator / denominator`; a zero denominator or INT64_MIN is a broken contract.
    [[nodiscard]] static Rate of(std::int64_t numerator, std::int64_t denominator);

    [[nodiscard]] std::int64_t numerator() const { return numerator_; }

    [[nodiscard]] std::int64_t denominator() const { return denominator_; }

    friend bool operator==(Rate, Rate) = default;

private:
    Rate(std::int64_t numerator, std::int64_t denominator)
        : numerator_(numerator), denominator_(denominator) {}

    std::int64_t numerator_;
    std::int64_t denominator_;
};

/// Reads a percentage such as `5.25` or `-0.5` (at most 12 decimals) as an exact fraction.
/// Refuses money.not_a_rate.
[[nodiscard]] Result<Rate> parse_percent(std::string_view text);

/// Reads `3/7` or a decimal fraction such as `0.0525`. Refuses money.not_a_rate.
[[nodiscard]] Result<Rate> parse_rate(std::string_view text);

/// `3/7`, as `parse_rate` reads it.
[[nodiscard]] std::string format(Rate rate);

} // namespace saldo::money
