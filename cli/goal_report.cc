#include "cli/goal_report.hpp"

#include "dossier/names.hpp"

namespace saldo::cli {

namespace {

using namespace render;

bool has_ended(const dossier::Goal& goal, Date on) {
    return goal.ended && goal.ended->date <= on;
}

Cell state_of(const dossier::Goal_step& step, const dossier::Goal& goal, Date on) {
    const bool is_done = step.done && *step.done <= on;
    const char* state = is_done               ? "done"
                        : has_ended(goal, on) ? "dropped"
                        : step.by < on        ? "late"
                                              : "open";
    return Term{"goal_step", state};
}

Table steps_of(const std::vector<app::Goal_row>& rows, Date on) {
    Table table{
        "goal_steps",
        {{"dossier"}, {"goal_id"}, {"number"}, {"what"}, {"who"}, {"by"}, {"done"}, {"state"}},
        {},
        not_in_csv};
    for (const app::Goal_row& row : rows) {
        std::int64_t number = 0;
        for (const dossier::Goal_step& step : row.goal.steps) {
            const bool is_done = step.done && *step.done <= on;
            table.rows.push_back(
                {{Text{row.dossier}, Text{row.goal.id}, Count{++number}, Text{step.what},
                  Text{step.who}, step.by, is_done ? Cell(*step.done) : Cell(Absent{}),
                  state_of(step, row.goal, on)}});
        }
    }
    return table;
}

} // namespace

Report goal_report(const std::vector<app::Goal_row>& all, Date on, bool open_only) {
    std::vector<app::Goal_row> rows;
    for (const app::Goal_row& row : all) {
        if (!open_only || !has_ended(row.goal, on)) {
            rows.push_back(row);
        }
    }
    Table table{"goals",
                {{"dossier"}, {"goal_id"}, {"words"}, {"since"}, {"ended"}, {"outcome"}, {"user"}},
                {}};
    for (const app::Goal_row& row : rows) {
        const auto& ended = row.goal.ended;
        const bool is_over = has_ended(row.goal, on);
        table.rows.push_back(
            {{Text{row.dossier}, Text{row.goal.id}, Text{row.goal.words}, row.goal.set,
              is_over ? Cell(ended->date) : Cell(Absent{}),
              is_over ? Cell(Term{"goal_outcome", std::string(dossier::name(ended->outcome))})
                      : Cell(Absent{}),
              Text{row.goal.user}}});
    }
    return {.facts = {}, .tables = {std::move(table), steps_of(rows, on)}, .parts = {}};
}

} // namespace saldo::cli
