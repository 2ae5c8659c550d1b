#pragma once

#include "claims/checking.hpp"

namespace saldo::claims {

/// Holds the penalty against the cap of WER art. XIX.4, where a firm asks it of a consumer; between
/// citizens it must have been agreed. That of a consumer credit is not for here. Refuses
/// money.out_of_range.
[[nodiscard]] Result<Done> check_penalty(Checking& checking);

} // namespace saldo::claims
