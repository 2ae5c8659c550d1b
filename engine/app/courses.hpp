#pragma once

#include "app/position.hpp"
#include "app/read_ahead.hpp"

#include <optional>
#include <string_view>

namespace saldo::app {

/// A dossier whose household is on the ladder.
struct Found_course {
    Dossier_row row;
    dossier::Dossier dossier;

    [[nodiscard]] dossier::Course& course() { return *dossier.course; }
};

/// Refuses app.dossier_unknown, and app.course_missing for a dossier that was not on the ladder on
/// that day.
[[nodiscard]] Result<Found_course>
find_course(Unit_of_work& work, std::string_view number, Date on);

/// Every dossier in order of number, or the one that is named. Refuses app.dossier_unknown.
[[nodiscard]] Result<Done> each_or_one(Unit_of_work& work,
                                       std::optional<std::string_view> number,
                                       const Read_ahead::Visit& visit);

} // namespace saldo::app
