#pragma once

#include "party/iban.hpp"

#include <span>
#include <string>
#include <string_view>

namespace saldo::payments {

/// Codes of Belgian banks, of three digits each, the last one included.
struct Code_range {
    int first = 0;
    int last = 0;

    friend bool operator==(const Code_range&, const Code_range&) = default;
};

/// `400-499`; anything else breaks the contract.
[[nodiscard]] Code_range code_range_from(std::string_view text);

/// The same in text again.
[[nodiscard]] std::string text_of(const Code_range& codes);

/// True if the account is Belgian and the code of its bank is one of them.
[[nodiscard]] bool is_of_bank(const Iban& account, std::span<const Code_range> codes);

} // namespace saldo::payments
