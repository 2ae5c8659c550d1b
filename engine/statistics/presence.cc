#include "statistics/presence.hpp"

#include "base/text.hpp"
#include "calendar/joined.hpp"
#include "statistics/codes.hpp"

namespace saldo::statistics {

namespace {

/// In help on the day and on the one before it.
bool goes_past(const dossier::Help_periods& periods, Date day) {
    const calendar::Date_range* period = calendar::range_on(periods, day);
    return period != nullptr && period->from() < day;
}

} // namespace

std::optional<Presence> presence_in(const dossier::Help_periods& periods, const Window& window) {
    if (!calendar::has_day_between(periods, window.from, window.through)) {
        return std::nullopt;
    }
    return Presence{goes_past(periods, window.from),
                    goes_past(periods, window.through.plus_days(1))};
}

Result<Window> quarter_from(std::string_view text) {
    const bool has_form = text.size() == 7 && text.substr(4, 2) == "-Q" && text[6] >= '1' &&
                          text[6] <= '4' && text::all_digits(text.substr(0, 4));
    const int year = has_form ? *text::to_integer<int>(text.substr(0, 4)) : 0;
    if (year < 1900 || year > 2999) {
        return refuse(not_a_quarter, {{"stated", std::string(text)}});
    }
    const int last_month = 3 * (text[6] - '0');
    return Window{*Date::of(year, last_month - 2, 1),
                  *Date::of(year, last_month, calendar::days_in_month(year, last_month))};
}

} // namespace saldo::statistics
