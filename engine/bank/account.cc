#include "bank/account.hpp"

#include "base/text.hpp"

namespace saldo::bank {

std::optional<Iban> iban_of(std::string_view account) {
    constexpr std::size_t belgian_digits = 12;
    const bool is_number = account.size() == belgian_digits && text::all_digits(account);
    const auto iban =
        is_number ? party::iban_of_belgian_number(account) : party::parse_iban(account);
    return iban ? std::optional(*iban) : std::nullopt;
}

} // namespace saldo::bank
