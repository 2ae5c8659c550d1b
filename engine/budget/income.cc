#include "budget/income.hpp"

#include "calendar/closing_days.hpp"

namespace saldo::budget {

Date late_from(Date due) {
    return calendar::target_day_on_or_after(due).plus_days(income_grace_days + 1);
}

} // namespace saldo::budget
