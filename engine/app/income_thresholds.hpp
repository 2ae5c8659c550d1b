#pragma once

#include "app/desk.hpp"
#include "help/thresholds.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Households whose income is just above what gives a right.
namespace saldo::app {

struct Threshold_row {
    std::string dossier; ///< number; empty for a stated income
    std::string household;
    help::Threshold threshold;
};

struct Threshold_list {
    std::vector<Threshold_row> rows;
    Findings findings; ///< of the figures and the limits each once, of a dossier with its number
};

/// How close is just above, and on which day.
struct Threshold_view {
    money::Rate within; ///< a part of the limit: 1/10
    Date on;
};

/// All dossiers that are not closed, or one, in order of number, each held against the leefloon of
/// its household and every limit of the office. Tells help.no_income of a dossier without income
/// and help.no_limits, remarks, and what `help::hold_against` tells. Refuses app.dossier_unknown.
[[nodiscard]] Result<Threshold_list> income_thresholds(Unit_of_work& work,
                                                       const law::Figures& figures,
                                                       std::optional<std::string_view> dossier,
                                                       const Threshold_view& view);

/// The same of a household that has no dossier.
[[nodiscard]] Threshold_list income_thresholds(Unit_of_work& work,
                                               const law::Figures& figures,
                                               const help::Earner& earner,
                                               const Threshold_view& view);

} // namespace saldo::app
