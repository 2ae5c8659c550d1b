#include "money/rate.hpp"

#include "base/invariant.hpp"
#include "base/text.hpp"
#include "money/codes.hpp"

#include <numeric>
#include <optional>

namespace saldo::money {

namespace {

constexpr std::size_t decimals_max = 12; // 10^12 * 100 for a percentage stays far below 2^63

/// `12.345` as 12345 / 1000.
std::optional<Rate> decimal_fraction(std::string_view text) {
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view decimals =
        point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    const bool decimals_fit = point == std::string_view::npos ||
                              (text::all_digits(decimals) && decimals.size() <= decimals_max);
    if (!text::all_digits(whole) || !decimals_fit) {
        return std::nullopt;
    }
    const auto numerator = text::to_integer<std::int64_t>(std::string(whole).append(decimals));
    if (!numerator) {
        return std::nullopt;
    }
    std::int64_t denominator = 1;
    for (std::size_t i = 0; i < decimals.size(); ++i) {
        denominator *= 10;
    }
    return Rate::of(negative ? -*numerator : *numerator, denominator);
}

} // namespace

Rate Rate::of(std::int64_t numerator, std::int64_t denominator) {
    invariant(denominator != 0, "a rate has a denominator");
    invariant(numerator != INT64_MIN && denominator != INT64_MIN, "a rate fits 64 bits");
    const std::int64_t common = std::gcd(numerator, denominator);
    const std::int64_t sign = denominator < 0 ? -1 : 1;
    return Rate(sign * (numerator / common), sign * (denominator / common));
}

Result<Rate> parse_percent(std::string_view text) {
    const auto fraction = decimal_fraction(text);
    if (!fraction) {
        return refuse(not_a_rate, {{"stated", std::string(text)}});
    }
    return Rate::of(fraction->numerator(), fraction->denominator() * 100);
}

Result<Rate> parse_rate(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        const auto fraction = decimal_fraction(text);
        return fraction ? Result<Rate>(*fraction)
                        : refuse(not_a_rate, {{"stated", std::string(text)}});
    }
    const auto numerator = text::to_integer<std::int64_t>(text.substr(0, slash));
    const auto denominator = text::to_integer<std::int64_t>(text.substr(slash + 1));
    if (!numerator || !denominator || *denominator <= 0 || *numerator == INT64_MIN) {
        return refuse(not_a_rate, {{"stated", std::string(text)}});
    }
    return Rate::of(*numerator, *denominator);
}

std::string format(Rate rate) {
    return std::to_string(rate.numerator()) + "/" + std::to_string(rate.denominator());
}

} // namespace saldo::money
