#pragma once

#include "base/named.hpp"
#include "dossier/dossier.hpp"
#include "evaluation/checklist.hpp"

#include <array>
#include <set>
#include <string>
#include <vector>

/// What of a dossier the team should look at, from its document.
namespace saldo::evaluation {

/// The names are public (JSON): do not change them.
enum class Topic {
    evaluation,         ///< made, and not discussed yet
    evaluation_overdue, ///< the day for the next one is over
    step_overdue,       ///< the day on which the last step on the ladder is looked at again
    payer_overdue,      ///< the same of who pays a budget line
    goal_overdue,       ///< a step of the action plan was to be done
    management_alarm,   ///< long in budget management, and long not evaluated
    plan_adopted,
    plan_answered, ///< a creditor said something to it
    plan_ended,
    claim ///< new
};

inline constexpr std::array topic_names{Named{Topic::evaluation, "evaluation"},
                                        Named{Topic::evaluation_overdue, "evaluation_overdue"},
                                        Named{Topic::step_overdue, "step_overdue"},
                                        Named{Topic::payer_overdue, "payer_overdue"},
                                        Named{Topic::goal_overdue, "goal_overdue"},
                                        Named{Topic::management_alarm, "management_alarm"},
                                        Named{Topic::plan_adopted, "plan_adopted"},
                                        Named{Topic::plan_answered, "plan_answered"},
                                        Named{Topic::plan_ended, "plan_ended"},
                                        Named{Topic::claim, "claim"}};

struct Item {
    std::string dossier; ///< number
    Topic topic = Topic::evaluation;
    Date date;           ///< of what was done, or on which something was due; of an alarm its start
    std::string subject; ///< id of the line, goal, plan or claim; what an evaluation concluded
    std::string user;    ///< login name of who did it, or empty

    friend bool operator==(const Item&, const Item&) = default;
};

/// True while the household is followed: not if its dossier is closed, its help was decided to end,
/// or its last step led off the ladder.
[[nodiscard]] bool is_followed(const dossier::Dossier& dossier, Date on);

/// What is overdue at the end of a day, as far as was known on it: evaluations, reviews of the last
/// step on the ladder and of the last change of who pays a line, and steps of goals. The next
/// evaluation is that of the last one. A review was made by an evaluation on its day or later, or
/// by one after the decision that says when the next one is. Of who is not followed nothing is.
[[nodiscard]] std::vector<Item> overdue(const dossier::Dossier& dossier, Date on);

/// True of evaluations and reviews, not of steps of goals.
[[nodiscard]] bool is_evaluation_due(Topic topic);

/// Days of the list of the team, both included.
struct Since {
    Date from;
    Date on;
};

/// All for the list of the team: evaluations that were not discussed whenever they were made, what
/// is overdue, the alarm, plans that were adopted, answered or ended since the day, and claims that
/// were stated since or are among `added`, as `creditor/claim`. In order of topic, date and
/// subject.
[[nodiscard]] std::vector<Item> for_team(const dossier::Dossier& dossier,
                                         const Checklist& checklist,
                                         const Since& since,
                                         const std::set<std::string, std::less<>>& added);

} // namespace saldo::evaluation
