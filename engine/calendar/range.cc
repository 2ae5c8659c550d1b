#include "calendar/range.hpp"

#include "calendar/codes.hpp"

namespace saldo::calendar {

Result<Date_range> Date_range::through(Date first, std::optional<Date> last) {
    if (last && *last < first) {
        return refuse(empty_range, {{"from", format(first)}, {"until", format(*last)}});
    }
    return Date_range(first, last ? std::optional(last->plus_days(1)) : std::nullopt);
}

std::optional<Date> Date_range::last() const {
    return until_ ? std::optional(until_->plus_days(-1)) : std::nullopt;
}

bool Date_range::contains(Date date) const {
    return date >= from_ && (!until_ || date < *until_);
}

} // namespace saldo::calendar
