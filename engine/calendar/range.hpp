#pragma once

#include "calendar/date.hpp"

#include <optional>

namespace saldo::calendar {

/// The days `[from, until)`; without `until` the range is open. In documents the last valid day is
/// written, so read and write it through `through`.
class Date_range {
public:
    /// From the first day up to and including the last (before 9999-12-31), or open. Refuses
    /// calendar.empty_range.
    [[nodiscard]] static Result<Date_range> through(Date first, std::optional<Date> last);

    [[nodiscard]] Date from() const { return from_; }

    [[nodiscard]] std::optional<Date> until() const { return until_; }

    [[nodiscard]] std::optional<Date> last() const;
    [[nodiscard]] bool contains(Date date) const;

    friend bool operator==(const Date_range&, const Date_range&) = default;

private:
    Date_range(Date from, std::optional<Date> until) : from_(from), until_(until) {}

    Date from_;
    std::optional<Date> until_;
};

/// The two have a day in common.
[[nodiscard]] inline bool meet(const Date_range& a, const Date_range& b) {
    return a.contains(b.from()) || b.contains(a.from());
}

} // namespace saldo::calendar
