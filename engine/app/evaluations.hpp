#pragma once

#include "app/desk.hpp"
#include "dossier/dossier.hpp"
#include "evaluation/checklist.hpp"
#include "evaluation/follow_up.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Evaluations of households on the ladder, and the two-weekly list of the team.
namespace saldo::app {

/// The event that keeps an evaluation. Its facts are `date`, `conclusion` and `next` (or empty).
inline constexpr std::string_view evaluation_added_event = "evaluation.added";

/// The event that keeps that the team discussed what was evaluated. Its fact is `evaluations`.
inline constexpr std::string_view evaluation_discussed_event = "evaluation.discussed";

/// The checklists of the office, each as it was on a day.
class Checklists {
public:
    explicit Checklists(Unit_of_work& work) : work_(work) {}

    [[nodiscard]] const evaluation::Checklist& on(Date day);

private:
    Unit_of_work& work_;
    std::map<Date, evaluation::Checklist> by_day_;
};

/// An evaluation with what its scores came to by the checklist of its day.
struct Evaluation_row {
    std::string dossier; ///< number
    dossier::Evaluation evaluation;
    std::optional<evaluation::Score> score; ///< none if that checklist has none of its skills
    std::vector<std::optional<evaluation::Skill>> skills; ///< of each of its scores, by it
};

/// Keeps an evaluation, made by the person at the desk. Refuses app.dossier_unknown,
/// app.course_missing, app.evaluation_ahead (after the day of the book), app.score_missing (none),
/// app.skill_unknown and app.score_too_high (by the checklist of its day), and what the check of a
/// dossier refuses: before the last evaluation, or a skill twice.
[[nodiscard]] Result<Evaluation_row>
add_evaluation(Desk& desk, std::string_view dossier, dossier::Evaluation evaluation);

/// Those made until a day, of all dossiers or of one, in order of dossier and day. Refuses
/// app.dossier_unknown.
[[nodiscard]] Result<std::vector<Evaluation_row>>
evaluations_on(Unit_of_work& work, std::optional<std::string_view> dossier, Date on);

/// Evaluations and reviews that are overdue at the end of a day (evaluation/follow_up.hpp), in
/// order of dossier. Refuses app.dossier_unknown.
[[nodiscard]] Result<std::vector<evaluation::Item>>
overdue_evaluations(Unit_of_work& work, std::optional<std::string_view> dossier, Date on);

struct Team_list {
    Date since;
    std::vector<evaluation::Item> items; ///< in order of topic, dossier and day
};

/// The list of the team. Without a day to begin with it has what came since the last meeting, by
/// the number of days between two.
[[nodiscard]] Team_list team_list(Unit_of_work& work, std::optional<Date> since, Date on);

/// The team discussed the evaluations of these dossiers, as far as it did not before: all of them
/// or none. Refuses app.dossier_unknown and app.nothing_to_discuss.
[[nodiscard]] Result<std::vector<Evaluation_row>>
mark_discussed(Desk& desk, const std::vector<std::string>& dossiers);

} // namespace saldo::app
