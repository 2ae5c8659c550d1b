#pragma once

#include "base/text.hpp"

#include <string>
#include <string_view>

namespace saldo::party {

/// An account number as a bank wrote it, without blanks and in upper case, as the text of an `Iban`
/// is. Nothing is checked.
[[nodiscard]] inline std::string normal_account(std::string_view account) {
    std::string text;
    text.reserve(account.size());
    for (const char c : account) {
        if (c != ' ') {
            text.push_back(text::is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c);
        }
    }
    return text;
}

} // namespace saldo::party
