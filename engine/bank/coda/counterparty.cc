#include "bank/coda/counterparty.hpp"

#include "bank/coda/structured.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace saldo::bank::coda {

namespace {

constexpr std::size_t number_width = 12;
constexpr std::size_t account_width = 34;

std::string_view up_to_blank(std::string_view text) {
    return text.substr(0, std::min(text.find(' '), text.size()));
}

} // namespace

std::string_view account_in(const Record& record, Slot zone) {
    const std::string_view whole = record.cut(zone);
    if (is_blank_or_zero(whole)) {
        return {};
    }
    const bool starts_with_country = (text::is_upper(whole[0]) || text::is_lower(whole[0])) &&
                                     (text::is_upper(whole[1]) || text::is_lower(whole[1]));
    const std::string_view account = record.cut({zone.at, std::min(zone.length, account_width)});
    if (starts_with_country) {
        return up_to_blank(account);
    }
    const bool is_short = zone.length <= number_width || record.at(zone.at + number_width) == ' ';
    const std::string_view number = is_short ? record.cut({zone.at, number_width}) : account;
    return is_blank_or_zero(number) ? std::string_view{} : text::trim(number);
}

void complete(Counterparty& counterparty, std::string_view content) {
    constexpr Slot name = slot(structured::counterparty, "name");
    constexpr Slot street = slot(structured::counterparty, "street");
    constexpr Slot place = slot(structured::counterparty, "place");
    if (counterparty.name.empty()) {
        counterparty.name = trim_end(cut(content, name));
    }
    if (counterparty.address.empty()) {
        counterparty.address = text::trim(cut(content, {street.at, street.length + place.length}));
    }
}

} // namespace saldo::bank::coda
