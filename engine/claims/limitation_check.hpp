#pragma once

#include "claims/checking.hpp"

namespace saldo::claims {

/// Since when each component is possibly time-barred (old BW art. 2262bis, 2277 and those of the
/// figures). The term is that of the judgment, from its day, and of the interest in it; else that
/// of the origin, from the due date. Letters, payments outside the book and those of `paid`
/// interrupt it.
[[nodiscard]] Result<Done> check_limitation(Checking& checking, std::span<const Date> paid);

} // namespace saldo::claims
