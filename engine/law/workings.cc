#include "law/workings.hpp"

namespace saldo::law {

void Workings::add_percent(std::string_view key, Money base) {
    const money::Rate percent = taken_.percent(key);
    const Figure* row = taken_.row(key);
    if (row != nullptr && !base.is_zero()) {
        add_product(*row, base, {percent}, row->value + " %");
    }
}

void Workings::add_amount(std::string_view key, std::int64_t count) {
    const Money amount = taken_.money(key);
    const Figure* row = taken_.row(key);
    if (row == nullptr || count == 0) {
        return;
    }
    products_.push_back({amount, {money::Rate::of(count, 1)}});
    const bool once = count == 1;
    steps_.push_back({std::string(key), row->article, once ? std::nullopt : std::optional(amount),
                      once ? "" : std::to_string(count), money::shown(products_.back())});
}

void Workings::add_product(const Figure& figure,
                           Money base,
                           std::vector<money::Rate> factors,
                           std::string shown) {
    products_.push_back({base, std::move(factors)});
    steps_.push_back(
        {figure.key, figure.article, base, std::move(shown), money::shown(products_.back())});
}

void Workings::at_most(std::string_view key) {
    const Money amount = taken_.money(key);
    if (const auto sum = total(); sum && *sum > amount) {
        products_.clear();
        add_amount(key);
    }
}

Result<Money> Workings::total() const {
    return money::sum(products_, money::Rounding::half_away);
}

} // namespace saldo::law
