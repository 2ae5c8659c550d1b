#include "payments/execution_date.hpp"

#include "calendar/closing_days.hpp"

#include <algorithm>

namespace saldo::payments {

namespace {

using calendar::target_day_on_or_after;
using calendar::target_day_on_or_before;

/// The last day to order a transfer that is on the payee's account by `due`.
Date last_day_to_arrive(Date due) {
    return target_day_on_or_before(target_day_on_or_before(due).plus_days(-1));
}

} // namespace

Date execution_date(const budget::Occurrence& occurrence, Date as_of) {
    if (budget::is_set_aside(occurrence)) {
        return std::max(occurrence.due, as_of);
    }
    const Date wanted = occurrence.moves == dossier::Moves::before
                            ? last_day_to_arrive(occurrence.due)
                            : target_day_on_or_after(occurrence.due);
    return std::max(wanted, target_day_on_or_after(as_of));
}

} // namespace saldo::payments
