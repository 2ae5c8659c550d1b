#include "law/working_days.hpp"

#include "calendar/closing_days.hpp"

namespace saldo::law {

namespace {

bool is_working_day(Date day, bool with_saturday) {
    const auto weekday = day.weekday();
    return weekday != calendar::Weekday::sunday && !calendar::is_belgian_holiday(day) &&
           (with_saturday || weekday != calendar::Weekday::saturday);
}

} // namespace

Date nth_working_day_after(Date day, std::int32_t n, bool with_saturday) {
    while (n > 0) {
        day = day.plus_days(1);
        n -= is_working_day(day, with_saturday) ? 1 : 0;
    }
    return day;
}

} // namespace saldo::law
