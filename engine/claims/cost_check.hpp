#pragma once

#include "claims/checking.hpp"

namespace saldo::claims {

/// Holds each cost of the claim, item by item, against what may be asked: letters (WER art. XIX.2
/// for a consumer, VII.106 §2 for a consumer credit), acts and fees of a bailiff (royal decree of
/// 30 November 1976; nothing without a title), and whatever else is asked of a consumer (nothing).
/// What no item explains is told.
void check_costs(Checking& checking);

} // namespace saldo::claims
