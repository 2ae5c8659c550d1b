#include "bank/account.hpp"

#include "base/text.hpp"

namespace saldo::bank {

namespace {

/// A Belgian number of 12 digits, bare or as `539-0075470-34`.
bool is_belgian_number(std::string_view account) {
    constexpr std::size_t digits = 12;
    constexpr std::size_t with_dashes = 14;
    return (account.size() == digits && text::all_digits(account)) ||
           (account.size() == with_dashes && account[3] == '-' && account[11] == '-');
}

} // namespace

std::optional<Iban> iban_of(std::string_view account) {
    const auto iban = is_belgian_number(account) ? party::iban_of_belgian_number(account)
                                                 : party::parse_iban(account);
    return iban ? std::optional(*iban) : std::nullopt;
}

} // namespace saldo::bank
