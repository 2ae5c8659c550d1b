#pragma once

#include "base/named.hpp"
#include "calendar/date.hpp"

#include <array>
#include <string>
#include <string_view>

namespace saldo::statistics {

/// What a worker's time went to. The names are public (records, JSON): do not change them.
enum class Time_kind { contact, administration, consultation, travel, other };

inline constexpr std::array time_kind_names{
    Named{Time_kind::contact, "contact"}, Named{Time_kind::administration, "administration"},
    Named{Time_kind::consultation, "consultation"}, Named{Time_kind::travel, "travel"},
    Named{Time_kind::other, "other"}};

/// Time that a worker spent on a dossier on a day.
struct Time_entry {
    std::string dossier; ///< number
    std::string user;    ///< login name
    Date date;
    int minutes = 0; ///< 1 to 1440
    Time_kind kind = Time_kind::contact;

    friend bool operator==(const Time_entry&, const Time_entry&) = default;
};

/// The entry as a document of the office, and back. Only what `write_time` wrote can be read.
[[nodiscard]] std::string write_time(const Time_entry& entry);
[[nodiscard]] Time_entry read_time(std::string_view json);

} // namespace saldo::statistics
