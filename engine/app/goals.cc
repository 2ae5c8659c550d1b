#include "app/goals.hpp"

#include "app/codes.hpp"
#include "app/courses.hpp"
#include "app/import_dossiers.hpp"
#include "app/next_id.hpp"
#include "dossier/names.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

using dossier::Goal;

/// A goal that has not ended, with its dossier.
struct Found_goal {
    Found_course course;
    std::size_t position = 0;

    [[nodiscard]] Goal& goal() { return course.course().goals[position]; }
};

Result<Found_goal> find_goal(Desk& desk, std::string_view number, std::string_view id) {
    auto course = find_course(desk.work(), number, desk.actor().as_of);
    if (!course) {
        return refuse(std::move(course).error());
    }
    Found_goal found{*std::move(course)};
    const auto& goals = found.course.course().goals;
    const auto goal = std::ranges::find(goals, id, &Goal::id);
    const Params params{{"dossier", std::string(number)}, {"goal", std::string(id)}};
    if (goal == goals.end()) {
        return refuse(goal_unknown, params);
    }
    if (goal->ended) {
        return refuse(goal_ended, params);
    }
    found.position = static_cast<std::size_t>(goal - goals.begin());
    return found;
}

/// The next version of the document, with the event of what was done.
Result<Goal_row>
keep_goal(Desk& desk, const Found_course& course, Goal goal, std::string_view event, Params more) {
    if (auto kept = keep_document(desk, course.dossier); !kept) {
        return refuse(std::move(kept).error());
    }
    Params facts{{"goal", goal.id}};
    facts.insert(facts.end(), more.begin(), more.end());
    desk.record(event, course.row.number, std::move(facts));
    return Goal_row{course.row.number, std::move(goal)};
}

} // namespace

Result<Goal_row> add_goal(Desk& desk, std::string_view number, std::string words, std::string id) {
    auto course = find_course(desk.work(), number, desk.actor().as_of);
    if (!course) {
        return refuse(std::move(course).error());
    }
    std::vector<Goal>& goals = course->course().goals;
    Goal goal{id.empty() ? next_id(goals) : std::move(id), desk.actor().as_of, std::move(words),
              desk.actor().user};
    goals.push_back(goal);
    return keep_goal(desk, *course, std::move(goal), goal_added_event, {});
}

Result<Goal_row>
add_goal_step(Desk& desk, std::string_view number, std::string_view id, dossier::Goal_step step) {
    return find_goal(desk, number, id).and_then([&](Found_goal found) {
        found.goal().steps.push_back(step);
        return keep_goal(desk, found.course, found.goal(), goal_step_added_event,
                         {{"step", std::to_string(found.goal().steps.size())},
                          {"by", calendar::format(step.by)}});
    });
}

Result<Goal_row> finish_goal_step(
    Desk& desk, std::string_view number, std::string_view id, std::size_t step, Date on) {
    auto found = find_goal(desk, number, id);
    if (!found) {
        return refuse(std::move(found).error());
    }
    const Params params{{"dossier", std::string(number)},
                        {"goal", std::string(id)},
                        {"step", std::to_string(step)}};
    std::vector<dossier::Goal_step>& steps = found->goal().steps;
    if (step == 0 || step > steps.size()) {
        return refuse(goal_step_unknown, params);
    }
    if (steps[step - 1].done) {
        return refuse(goal_step_done, params);
    }
    if (on > desk.actor().as_of) {
        return refuse(goal_act_ahead, {{"stated", calendar::format(on)},
                                       {"latest", calendar::format(desk.actor().as_of)}});
    }
    steps[step - 1].done = on;
    return keep_goal(desk, found->course, found->goal(), goal_step_done_event,
                     {{"step", std::to_string(step)}, {"done", calendar::format(on)}});
}

Result<Goal_row>
end_goal(Desk& desk, std::string_view number, std::string_view id, dossier::Goal_outcome outcome) {
    return find_goal(desk, number, id).and_then([&](Found_goal found) {
        found.goal().ended = dossier::Goal_end{desk.actor().as_of, outcome, desk.actor().user};
        return keep_goal(desk, found.course, found.goal(), goal_ended_event,
                         {{"outcome", std::string(dossier::name(outcome))}});
    });
}

Result<std::vector<Goal_row>>
goals_on(Unit_of_work& work, std::optional<std::string_view> number, Date on) {
    std::vector<Goal_row> rows;
    return each_or_one(work, number,
                       [&](const Dossier_row& row, const dossier::Dossier& dossier) {
                           if (!dossier.course) {
                               return;
                           }
                           for (const Goal& goal : dossier.course->goals) {
                               if (goal.set <= on) {
                                   rows.push_back({row.number, goal});
                               }
                           }
                       })
        .map([&](Done) { return std::move(rows); });
}

} // namespace saldo::app
