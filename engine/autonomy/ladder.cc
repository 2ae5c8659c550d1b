#include "autonomy/ladder.hpp"

#include "base/invariant.hpp"

#include <algorithm>

namespace saldo::autonomy {

namespace {

template <class List, class T> bool has(const List& list, const T& value) {
    return std::ranges::find(list, value) != list.end();
}

} // namespace

const Rung* find_rung(const Ladder& ladder, int number) {
    const auto found = std::ranges::find(ladder.rungs, number, &Rung::number);
    return found == ladder.rungs.end() ? nullptr : &*found;
}

const Task* task_of(const Ladder& ladder, const dossier::Budget_line& line) {
    auto found = std::ranges::find_if(
        ladder.tasks, [&](const Task& task) { return has(task.categories, line.category); });
    if (found == ladder.tasks.end()) {
        found = std::ranges::find_if(
            ladder.tasks, [&](const Task& task) { return has(task.priorities, line.priority); });
    }
    return found == ladder.tasks.end() ? nullptr : &*found;
}

Doer pays(const Ladder& ladder, const Rung& rung, const dossier::Budget_line& line) {
    const Task* task = task_of(ladder, line);
    if (task == nullptr) {
        return Doer::office;
    }
    const auto share = std::ranges::find(rung.tasks, task->key, &Task_share::task);
    invariant(share != rung.tasks.end(), "a rung of a ladder says who does each task");
    return share->pays;
}

Verdict verdict(const Rung& rung, Event event) {
    const auto rule = std::ranges::find(rung.events, event, &Event_rule::event);
    invariant(rule != rung.events.end(), "a rung of a ladder has a rule for each event");
    return rule->verdict;
}

std::optional<Event> event_between(int from, int to) {
    if (from == to) {
        return std::nullopt;
    }
    return to < from ? Event::down : to == from + 1 ? Event::up : Event::skip;
}

std::optional<dossier::Mandate_kind> mandate_of(Form form) {
    switch (form) {
    case Form::budget_management:
        return dossier::Mandate_kind::budget_management;
    case Form::budget_guidance:
        return dossier::Mandate_kind::budget_guidance;
    case Form::intake:
    case Form::aftercare:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace saldo::autonomy
