#include "app/match_movements.hpp"

#include "app/codes.hpp"

#include <algorithm>
#include <memory>

namespace saldo::app {

namespace {

void add_counts(Rule_counts& sums, const Rule_counts& counts) {
    for (const auto& [rule, count] : counts) {
        sums[rule] += count;
    }
}

} // namespace

Matched match_suspense(Desk& desk) {
    const std::vector<Suspense_row> rows = desk.work().statements().suspense();
    Matched matched;
    std::set<Run_id> touched;
    for (auto first = rows.begin(); first != rows.end();) {
        const auto last = std::find_if(first, rows.end(), [&](const Suspense_row& row) {
            return row.dossier.id != first->dossier.id;
        });
        const auto [earliest, latest] =
            std::minmax_element(first, last, [](const auto& a, const auto& b) {
                return a.movement.booking_date < b.movement.booking_date;
            });
        Explainer explainer(desk, first->dossier, earliest->movement.booking_date,
                            latest->movement.booking_date);
        for (; first != last; ++first) {
            matched.left += explainer.explain_again(*first) ? 0U : 1U;
        }
        add_counts(matched.rules, explainer.counts());
        touched.insert(explainer.touched_runs().begin(), explainer.touched_runs().end());
    }
    const std::uint64_t explained = rows.size() - matched.left;
    if (explained > 0) {
        desk.record("suspense.matched", "", {{"explained", std::to_string(explained)}});
    }
    close_finished_runs(desk, touched);
    return matched;
}

Result<Assigned> assign_movement(Desk& desk, const Assignment& assignment) {
    const std::vector<Suspense_row> rows = desk.work().statements().suspense();
    const auto row = std::ranges::find_if(
        rows, [&](const Suspense_row& each) { return each.movement.id == assignment.movement; });
    if (row == rows.end()) {
        return refuse(movement_not_in_suspense,
                      {{"movement", std::to_string(assignment.movement.value)}});
    }
    const Date date = row->movement.booking_date;
    Explainer explainer(desk, row->dossier, date, date);
    const auto due = explainer.assign(*row, assignment.subject, assignment.due, assignment.note);
    if (!due) {
        return refuse(due.error());
    }
    desk.record("movement.assigned", row->dossier.number,
                {{"movement", std::to_string(assignment.movement.value)},
                 {"subject", assignment.subject},
                 {"note", assignment.note}});
    close_finished_runs(desk, explainer.touched_runs());
    return Assigned{*row, *due};
}

} // namespace saldo::app
