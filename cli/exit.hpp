#pragma once

#include <algorithm>

namespace saldo::cli {

/// What the command tells the shell. Scripts rely on the numbers.
enum class Exit {
    done = 0,
    refused = 1,    ///< refused, or findings of severity error; nothing half-written
    usage = 2,      ///< the command line is wrong
    unreadable = 3, ///< an input cannot be read
    integrity = 4,  ///< the book does not agree with itself or with the bank
    store = 5       ///< the book, or where the output goes, is not available
};

/// Of several files in one call the gravest outcome counts.
[[nodiscard]] constexpr Exit gravest(Exit a, Exit b) {
    return std::max(a, b);
}

} // namespace saldo::cli
