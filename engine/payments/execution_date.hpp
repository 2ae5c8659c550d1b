#pragma once

#include "budget/occurrence.hpp"
#include "calendar/time_of_day.hpp"

#include <optional>

namespace saldo::payments {

/// The first day on which orders given on `as_of` leave the account: a TARGET day, the next one
/// from the cut-off of the account's bank on (payments/cut_off.hpp). `at` is the time in Brussels;
/// without it the bank still takes orders for the same day.
[[nodiscard]] Date
first_execution(const dossier::Account& account, Date as_of, std::optional<Time_of_day> at);

/// The day an occurrence leaves the account, if decided on `as_of` and nothing can leave before
/// `first`: see propose.
[[nodiscard]] Date execution_date(const budget::Occurrence& occurrence, Date as_of, Date first);

/// True if it has to leave within the week of its due date, and would leave in another.
[[nodiscard]] bool is_week_over(const budget::Occurrence& occurrence, Date execution_date);

} // namespace saldo::payments
