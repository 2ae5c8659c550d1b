#pragma once

#include "party/iban.hpp"

#include <string_view>

namespace saldo::party {

/// The three digits that name the bank of a Belgian account: characters 5 to 7 of its IBAN. Empty
/// for an account of another country. A view into the IBAN.
[[nodiscard]] inline std::string_view belgian_bank_code(const Iban& account) {
    return account.country() == "BE" ? account.text().substr(4, 3) : std::string_view();
}

} // namespace saldo::party
