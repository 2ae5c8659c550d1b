#include "law/checks.hpp"

#include "law/codes.hpp"
#include "money/scale.hpp"

namespace saldo::law {

Result<Money> not_negative(Money amount) {
    if (amount.is_negative()) {
        return refuse(amount_negative, {{"stated", money::format(amount)}});
    }
    return amount;
}

Result<Money> positive(Money amount) {
    if (!amount.is_positive()) {
        return refuse(amount_not_positive, {{"stated", money::format(amount)}});
    }
    return amount;
}

Result<Money> sum_not_negative(std::span<const Money> amounts) {
    std::vector<money::Product> products;
    for (const Money amount : amounts) {
        if (auto checked = not_negative(amount); !checked) {
            return checked;
        }
        products.push_back({amount, {}});
    }
    return money::sum(products, money::Rounding::refuse);
}

Result<Done> count_not_negative(std::int32_t count) {
    if (count < 0) {
        return refuse(count_negative, {{"stated", std::to_string(count)}});
    }
    return Done{};
}

Result<Done> rate_not_negative(money::Rate rate) {
    if (rate.numerator() < 0) {
        return refuse(rate_negative, {{"stated", money::format(rate)}});
    }
    return Done{};
}

} // namespace saldo::law
