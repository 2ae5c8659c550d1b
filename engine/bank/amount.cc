#include "bank/amount.hpp"

#include "bank/codes.hpp"
#include "base/invariant.hpp"

namespace saldo::bank {

void Amount::overflowed() {
    broken_contract("a bank amount stays within 64 bits", __FILE__, __LINE__);
}

std::string format(Amount amount) {
    const bool negative = amount.units() < 0;
    const std::uint64_t magnitude = negative ? 0 - static_cast<std::uint64_t>(amount.units())
                                             : static_cast<std::uint64_t>(amount.units());
    std::string text = std::to_string(magnitude);
    constexpr std::size_t decimals = 5;
    if (text.size() <= decimals) {
        text.insert(0, decimals + 1 - text.size(), '0');
    }
    text.insert(text.size() - decimals, 1, '.');
    while (text.back() == '0' && text[text.size() - 3] != '.') {
        text.pop_back();
    }
    return negative ? "-" + text : text;
}

Result<Money> to_money(Amount amount) {
    if (amount.units() % Amount::units_per_cent != 0) {
        return refuse(fraction_of_cent, {{"stated", format(amount)}});
    }
    return Money::cents(amount.units() / Amount::units_per_cent);
}

Amount to_amount(Money money) {
    return Amount::units(money::times(money, Amount::units_per_cent).cents());
}

} // namespace saldo::bank
