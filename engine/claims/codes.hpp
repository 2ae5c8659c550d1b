#pragma once

#include "base/code.hpp"

namespace saldo::claims {

// The account of a claim
inline constexpr Code before_statement{"claims.before_statement"};
inline constexpr Code overpaid{"claims.overpaid"};
inline constexpr Code paid_before_statement{"claims.paid_before_statement"};
inline constexpr Code return_unexplained{"claims.return_unexplained"};
inline constexpr Code waived_too_much{"claims.waived_too_much"};
inline constexpr Code interest_twice{"claims.interest_twice"};

// Claims beside each other
inline constexpr Code possible_duplicate{"claims.possible_duplicate"};

} // namespace saldo::claims
