#include "calendar/time_of_day.hpp"

#include "base/text.hpp"
#include "calendar/codes.hpp"

#include <fmt/format.h>

namespace saldo::calendar {

Result<Time_of_day> parse_time(std::string_view text) {
    const bool is_signed = text.find('-') != std::string_view::npos;
    if (text.size() == 5 && text[2] == ':' && !is_signed) {
        const auto hour = text::to_integer<int>(text.substr(0, 2));
        const auto minute = text::to_integer<int>(text.substr(3));
        if (hour && minute) {
            if (const auto time = Time_of_day::of(*hour, *minute)) {
                return *time;
            }
        }
    }
    return refuse(not_a_time, {{"stated", std::string(text)}});
}

std::string format(Time_of_day time) {
    return fmt::format("{:02}:{:02}", time.minutes() / 60, time.minutes() % 60);
}

} // namespace saldo::calendar
