#include "calendar/week.hpp"

namespace saldo::calendar {

Date monday_of(Date date) {
    return date.plus_days(-static_cast<std::int32_t>(date.weekday()));
}

} // namespace saldo::calendar
