#pragma once

#include "claims/checking.hpp"

namespace saldo::claims {

/// Whether a consumer credit that was ended for default could be, on that day (WER art. VII.105):
/// two missed instalments or arrears of 20 % of all that is payable, and a registered notice of a
/// month before. Without such a notice it could not: who ended it must prove it. Refuses
/// money.out_of_range.
[[nodiscard]] Result<Done> check_end(Checking& checking, const dossier::Credit& credit);

/// Whether the stated APR of a consumer credit is no more than the maximum of the day of the
/// contract (royal decree of 14 September 2016, art. 12). It bounds all but the capital. Refuses
/// law.amount_not_positive.
[[nodiscard]] Result<Done> check_apr(Checking& checking, const dossier::Credit& credit);

} // namespace saldo::claims
