#include "money/scale.hpp"

#include "base/invariant.hpp"
#include "money/codes.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <optional>

namespace saldo::money {

namespace {

using boost::multiprecision::checked_int128_t;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

/// Whether a positive remainder lifts the magnitude by one; nothing if the rounding refuses it.
template <class Integer>
std::optional<bool> rounds_up(const Integer& quotient,
                              const Integer& remainder,
                              const Integer& divisor,
                              Rounding rounding) {
    const Integer twice = remainder * 2;
    switch (rounding) {
    case Rounding::half_away:
        return twice >= divisor;
    case Rounding::half_even:
        return twice > divisor || (twice == divisor && quotient % 2 != 0);
    case Rounding::toward_zero:
        return false;
    case Rounding::away_from_zero:
        return true;
    case Rounding::refuse:
        return std::nullopt;
    }
    broken_contract("every rounding is known", __FILE__, __LINE__);
}

/// `numerator / divisor` in cents. The sign is taken from the operand before dividing, so that
/// -0.7 rounds like 0.7 with the sign put back.
template <class Integer>
Result<Money> divide(const Integer& numerator, const Integer& divisor, Rounding rounding) {
    const bool negative = numerator < 0;
    const Integer magnitude = negative ? Integer(-numerator) : numerator;
    Integer quotient = magnitude / divisor;
    const Integer remainder = magnitude % divisor;
    if (remainder != 0) {
        const auto up = rounds_up(quotient, remainder, divisor, rounding);
        if (!up) {
            return refuse(not_exact,
                          {{"numerator", numerator.str()}, {"denominator", divisor.str()}});
        }
        quotient += *up ? 1 : 0;
    }
    if (quotient > INT64_MAX) {
        return refuse(out_of_range, {{"computed", quotient.str()}});
    }
    const auto cents = quotient.template convert_to<std::int64_t>();
    return Money::cents(negative ? -cents : cents);
}

cpp_rational exact(Money amount, std::span<const Rate> rates) {
    cpp_rational product = amount.cents();
    for (const Rate rate : rates) {
        product *= cpp_rational(rate.numerator(), rate.denominator());
    }
    return product;
}

} // namespace

Result<Money> scale(Money amount, Rate rate, Rounding rounding) {
    const checked_int128_t product = checked_int128_t(amount.cents()) * rate.numerator();
    return divide(product, checked_int128_t(rate.denominator()), rounding);
}

Result<Money> scale(Money amount, std::span<const Rate> rates, Rounding rounding) {
    const cpp_rational product = exact(amount, rates);
    return divide(cpp_int(numerator(product)), cpp_int(denominator(product)), rounding);
}

Result<Money> sum(std::span<const Product> products, Rounding rounding) {
    cpp_rational total = 0;
    for (const Product& product : products) {
        total += exact(product.amount, product.factors);
    }
    return divide(cpp_int(numerator(total)), cpp_int(denominator(total)), rounding);
}

std::string shown(const Product& product) {
    constexpr std::size_t decimals = 6;
    cpp_rational millionths = exact(product.amount, product.factors) * 10'000;
    const bool negative = millionths < 0;
    millionths = negative ? cpp_rational(-millionths) : millionths;
    const cpp_int rounded =
        (2 * numerator(millionths) + denominator(millionths)) / (2 * denominator(millionths));
    std::string digits = rounded.str();
    digits.insert(0, digits.size() > decimals ? 0 : decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, ".");
    while (digits.ends_with('0') && digits[digits.size() - 3] != '.') {
        digits.pop_back();
    }
    return (negative && rounded != 0 ? "-" : "") + digits;
}

std::string shown_percent(Rate rate) {
    return shown({Money::cents(100'00), {rate}});
}

} // namespace saldo::money
