#pragma once

#include "base/code.hpp"

namespace saldo::ledger {

inline constexpr Code no_postings{"ledger.no_postings"};
inline constexpr Code unbalanced{"ledger.unbalanced"};
inline constexpr Code pots_unbalanced{"ledger.pots_unbalanced"};

} // namespace saldo::ledger
