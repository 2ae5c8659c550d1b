#pragma once

#include "budget/occurrence.hpp"

namespace saldo::payments {

/// The day an occurrence leaves the account, if decided on `as_of`: see propose.
[[nodiscard]] Date execution_date(const budget::Occurrence& occurrence, Date as_of);

} // namespace saldo::payments
