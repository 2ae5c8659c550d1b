#pragma once

#include "claims/checking.hpp"

namespace saldo::claims {

/// Holds late interest against the highest that may be asked: of a consumer the commercial rate
/// from the day the first reminder allows (WER art. XIX.2, XIX.4); between citizens what was
/// agreed, else the legal rate (law of 5 May 1865) from the due date. That of a consumer credit is
/// not for here, and that of public law is not reckoned. Refuses money.out_of_range.
[[nodiscard]] Result<Done> check_interest(Checking& checking);

} // namespace saldo::claims
