#pragma once

#include "claims/checking.hpp"

namespace saldo::claims {

/// Holds a consumer credit against WER book VII: whether it could be ended for default (art.
/// VII.105), the penalty and late interest there may be (art. VII.106 §1 once it was ended, §2
/// before), and its stated APR against the maximum of the day of the contract (royal decree of 14
/// September 2016, art. 12). Late interest is reckoned from the day it was ended, else from the due
/// date. Does nothing for other debts. Refuses money.out_of_range.
[[nodiscard]] Result<Done> check_credit(Checking& checking);

} // namespace saldo::claims
