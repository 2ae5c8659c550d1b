#include "bank/coda/values.hpp"

namespace saldo::bank::coda {

Date_value to_date(std::string_view text) {
    if (is_blank_or_zero(text)) {
        return {};
    }
    const auto number = text.size() == 6 ? to_number(text) : std::nullopt;
    if (!number) {
        return {std::nullopt, true};
    }
    const auto digits = static_cast<int>(*number);
    constexpr int pivot = 80;
    const int year = digits % 100;
    const auto date =
        Date::of(year + (year < pivot ? 2000 : 1900), digits / 100 % 100, digits / 10'000);
    return {date, !date.has_value()};
}

} // namespace saldo::bank::coda
