#include "money/money.hpp"

#include "base/invariant.hpp"
#include "base/text.hpp"
#include "money/codes.hpp"

namespace saldo::money {

void Money::overflowed() {
    broken_contract("an amount stays within 64 bits of cents", __FILE__, __LINE__);
}

Result<Money> parse(std::string_view text) {
    const auto not_amount = [&] { return refuse(not_an_amount, {{"stated", std::string(text)}}); };
    std::string_view rest = text;
    const bool negative = rest.starts_with('-');
    rest.remove_prefix(negative ? 1 : 0);
    if (rest.size() < 4 || rest[rest.size() - 3] != '.') {
        return not_amount();
    }
    const std::string_view euros = rest.substr(0, rest.size() - 3);
    const std::string_view decimals = rest.substr(rest.size() - 2);
    if (!text::all_digits(euros) || !text::all_digits(decimals)) {
        return not_amount();
    }
    const std::string joined =
        std::string(negative ? "-" : "") + std::string(euros) + std::string(decimals);
    const auto cents = text::to_integer<std::int64_t>(joined);
    if (!cents || *cents == INT64_MIN) {
        return refuse(out_of_range, {{"stated", std::string(text)}});
    }
    return Money::cents(*cents);
}

std::string format(Money amount) {
    const bool negative = amount.is_negative();
    std::string text = std::to_string(abs(amount).cents());
    if (text.size() < 3) {
        text.insert(0, 3 - text.size(), '0');
    }
    text.insert(text.size() - 2, 1, '.');
    return negative ? "-" + text : text;
}

Money times(Money amount, std::int64_t count) {
    std::int64_t product = 0;
    invariant(!__builtin_mul_overflow(amount.cents(), count, &product),
              "an amount stays within 64 bits of cents");
    return Money::cents(product);
}

} // namespace saldo::money
