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

Date_value Date_memory::to_date(std::string_view text) {
    constexpr std::size_t width = 6;
    if (text.size() != width) {
        return coda::to_date(text);
    }
    const auto day = static_cast<std::size_t>((text[0] & 3) * 10 + (text[1] & 15));
    Entry& entry = entries_[day % entries_.size()];
    if (std::memcmp(entry.text.data(), text.data(), width) != 0) {
        std::memcpy(entry.text.data(), text.data(), width);
        entry.value = coda::to_date(text);
    }
    return entry.value;
}

} // namespace saldo::bank::coda
