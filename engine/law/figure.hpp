#pragma once

#include "base/named.hpp"
#include "calendar/range.hpp"

#include <string>

namespace saldo::law {

/// How far a figure can be trusted.
enum class Status {
    published, ///< read in a source
    undated,   ///< read in a source that does not tell since when it holds
    derived,   ///< computed from sourced figures
    memory,    ///< no source was found
};

/// The words of a status in files and answers.
inline constexpr std::array status_names{Named{Status::published, "P"},
                                         Named{Status::undated, "P*"}, Named{Status::derived, "D"},
                                         Named{Status::memory, "M"}};

/// Nobody could read the figure in a source: it is used with a warning.
[[nodiscard]] constexpr bool is_unverified(Status status) {
    return status == Status::derived || status == Status::memory;
}

/// One figure of the law while one value is in force: a row of schemas/law/figures.csv.
struct Figure {
    std::string key; ///< `attach.t1`
    calendar::Date_range in_force;
    std::string value; ///< as the unit says: `1388.00`, `20`, `2023-12-01`
    std::string unit;  ///< begins with EUR for amounts, with percent for rates
    std::string article;
    Status status = Status::published;
    std::string source; ///< a key of schemas/law/sources.csv, or what the source is
};

} // namespace saldo::law
