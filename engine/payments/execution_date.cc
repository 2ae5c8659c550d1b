#include "payments/execution_date.hpp"

#include "calendar/closing_days.hpp"
#include "calendar/week.hpp"
#include "payments/cut_off.hpp"

#include <algorithm>

namespace saldo::payments {

namespace {

using calendar::bank_day_on_or_before;
using calendar::monday_of;
using calendar::target_day_on_or_after;
using calendar::target_day_on_or_before;

/// The last day to order a transfer that is on the payee's account by `due`. Living money is to be
/// spent: it must be there on a day on which the bank is open.
Date last_day_to_arrive(const budget::Occurrence& occurrence) {
    const bool is_spent = occurrence.priority == dossier::Priority::living_money;
    const Date there =
        is_spent ? bank_day_on_or_before(occurrence.due) : target_day_on_or_before(occurrence.due);
    return target_day_on_or_before(there.plus_days(-1));
}

/// An open day of the week of `due`. There is one: no week has more than two closed working days.
Date open_day_of_week(Date due) {
    const Date next = target_day_on_or_after(due);
    return monday_of(next) == monday_of(due) ? next : target_day_on_or_before(due);
}

Date wanted_day(const budget::Occurrence& occurrence) {
    switch (occurrence.moves) {
    case dossier::Moves::before:
        return last_day_to_arrive(occurrence);
    case dossier::Moves::within_week:
        return open_day_of_week(occurrence.due);
    case dossier::Moves::after:
        break;
    }
    return target_day_on_or_after(occurrence.due);
}

} // namespace

Date first_execution(const dossier::Account& account, Date as_of, std::optional<Time_of_day> at) {
    const bool is_late =
        at && *at >= same_day_until(built_in_cut_offs(), account.iban, account.bic);
    return target_day_on_or_after(is_late ? as_of.plus_days(1) : as_of);
}

Date execution_date(const budget::Occurrence& occurrence, Date as_of, Date first) {
    if (budget::is_set_aside(occurrence)) {
        return std::max(occurrence.due, as_of);
    }
    return std::max(wanted_day(occurrence), first);
}

bool is_week_over(const budget::Occurrence& occurrence, Date execution_date) {
    return occurrence.moves == dossier::Moves::within_week &&
           monday_of(execution_date) != monday_of(occurrence.due);
}

} // namespace saldo::payments
