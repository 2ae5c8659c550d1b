#pragma once

#include <string_view>

namespace saldo {

/// Reports a broken contract and aborts. Only programming mistakes lead here, never input.
[[noreturn]] void broken_contract(std::string_view why, const char* file, int line);

/// A contract that is checked in every build.
inline void invariant(bool holds,
                      std::string_view why,
                      const char* file = __builtin_FILE(),
                      int line = __builtin_LINE()) {
    if (!holds) [[unlikely]] {
        broken_contract(why, file, line);
    }
}

} // namespace saldo
