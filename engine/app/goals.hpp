#pragma once

#include "app/desk.hpp"
#include "dossier/dossier.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The action plan (handelingsplan) of a household: goals in its own words, with steps.
namespace saldo::app {

/// The events that keep what was done with a goal. Their facts are `goal`, and `step` (counted from
/// 1), `by`, `done` or `outcome`. They do not have the words: these stand in the document.
inline constexpr std::string_view goal_added_event = "goal.added";
inline constexpr std::string_view goal_step_added_event = "goal.step_added";
inline constexpr std::string_view goal_step_done_event = "goal.step_done";
inline constexpr std::string_view goal_ended_event = "goal.ended";

struct Goal_row {
    std::string dossier; ///< number
    dossier::Goal goal;
};

/// Sets a goal on the day of the book. Without an id it gets the next number. Refuses
/// app.dossier_unknown, app.course_missing and what the check of a dossier refuses.
[[nodiscard]] Result<Goal_row>
add_goal(Desk& desk, std::string_view dossier, std::string words, std::string id);

/// Adds a step to a goal. Refuses as above, app.goal_unknown and app.goal_ended.
[[nodiscard]] Result<Goal_row>
add_goal_step(Desk& desk, std::string_view dossier, std::string_view goal, dossier::Goal_step step);

/// A step, counted from 1, was done on a day. Refuses as above, app.goal_step_unknown,
/// app.goal_step_done and app.goal_act_ahead (after the day of the book).
[[nodiscard]] Result<Goal_row> finish_goal_step(
    Desk& desk, std::string_view dossier, std::string_view goal, std::size_t step, Date on);

/// Ends a goal on the day of the book. Refuses as above.
[[nodiscard]] Result<Goal_row> end_goal(Desk& desk,
                                        std::string_view dossier,
                                        std::string_view goal,
                                        dossier::Goal_outcome outcome);

/// Goals set until a day, of all dossiers or of one, in order of dossier and as they were set.
/// Refuses app.dossier_unknown.
[[nodiscard]] Result<std::vector<Goal_row>>
goals_on(Unit_of_work& work, std::optional<std::string_view> dossier, Date on);

} // namespace saldo::app
