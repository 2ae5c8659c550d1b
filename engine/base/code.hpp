#pragma once

#include <string_view>

namespace saldo {

/// Stable name of a refusal or finding, such as `ledger.unbalanced`. It is public: users, tests and
/// translations rely on it, so it is never reused or renamed. Each module lists its own in
/// `codes.hpp`; every code has a text in each language under `cli/i18n`.
struct Code {
    std::string_view text;

    friend constexpr bool operator==(Code, Code) = default;
};

} // namespace saldo
