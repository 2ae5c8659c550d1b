#include "app/match_movements.hpp"

#include "app/codes.hpp"
#include "app/match_rules.hpp"
#include "app/orders.hpp"

#include <algorithm>
#include <tuple>

namespace saldo::app {

namespace {

void add_counts(Rule_counts& sums, const Rule_counts& counts) {
    for (const auto& [rule, count] : counts) {
        sums[rule] += count;
    }
}

Result<Suspense_row> find_suspense(Unit_of_work& work, Movement_id movement) {
    auto row = work.statements().find(movement);
    if (!row || row->reason.empty()) {
        return refuse(movement_not_in_suspense, {{"movement", std::to_string(movement.value)}});
    }
    return *std::move(row);
}

/// Writes the rule, or gives the number of the one that says the same.
Result<Match_rule_id> remember(Desk& desk, const Suspense_row& row, const Assignment& assignment) {
    auto rule = rule_like(row.movement, assignment.subject);
    if (!rule) {
        return refuse(rule.error());
    }
    for (const reconcile::Match_rule& known : desk.work().match_rules().in_force(row.dossier.id)) {
        if (same_conditions(known, *rule) && known.subject == rule->subject) {
            return known.id;
        }
    }
    const std::string why = assignment.note.empty() ? "match assign" : assignment.note;
    return add_rule(desk, {row.dossier.number, *std::move(rule), why, row.movement.id})
        .map([](const Match_rule_row& added) { return added.rule.id; });
}

Result<Done> check_parts(const Suspense_row& row, const std::vector<Split_part>& parts) {
    Money sum = Money::zero();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Split_part& part = parts[i];
        if (!part.amount.is_positive()) {
            return refuse(split_not_positive,
                          {{"subject", part.subject}, {"stated", format(part.amount)}});
        }
        const auto is_same = [&](const Split_part& other) {
            return other.subject == part.subject && other.due == part.due;
        };
        if (std::any_of(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(i), is_same)) {
            return refuse(split_twice, {{"subject", part.subject}});
        }
        sum += part.amount;
    }
    if (sum != abs(row.movement.amount)) {
        return refuse(split_not_whole,
                      {{"stated", format(sum)}, {"computed", format(abs(row.movement.amount))}});
    }
    return Done{};
}

Params split_facts(const Split& split) {
    Params facts{{"movement", std::to_string(split.movement.value)}};
    for (const Split_part& part : split.parts) {
        facts.push_back({"subject", part.subject});
        facts.push_back({"amount", format(part.amount)});
    }
    facts.push_back({"note", split.note});
    return facts;
}

} // namespace

Matched match_suspense(Desk& desk) {
    Batches batches(desk.work());
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
        Explainer explainer(desk, batches, first->dossier, earliest->movement.booking_date,
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
    const auto row = find_suspense(desk.work(), assignment.movement);
    if (!row) {
        return refuse(row.error());
    }
    const Date date = row->movement.booking_date;
    Batches batches(desk.work());
    Explainer explainer(desk, batches, row->dossier, date, date);
    const auto due = explainer.assign(*row, assignment.subject, assignment.due, assignment.note);
    if (!due) {
        return refuse(due.error());
    }
    Assigned assigned{*row, *due};
    desk.record("movement.assigned", row->dossier.number,
                {{"movement", std::to_string(assignment.movement.value)},
                 {"subject", assignment.subject},
                 {"note", assignment.note}});
    if (assignment.remember) {
        const auto rule = remember(desk, *row, assignment);
        if (!rule) {
            return refuse(rule.error());
        }
        assigned.rule = *rule;
    }
    close_finished_runs(desk, explainer.touched_runs());
    return assigned;
}

Result<Split_movement> split_movement(Desk& desk, const Split& split) {
    const auto row = find_suspense(desk.work(), split.movement);
    if (!row) {
        return refuse(row.error());
    }
    if (const auto checked = check_parts(*row, split.parts); !checked) {
        return refuse(checked.error());
    }
    const Date date = row->movement.booking_date;
    Batches batches(desk.work());
    Explainer explainer(desk, batches, row->dossier, date, date);
    Split_movement done{*row, split.parts};
    Suspense_row some = *row;
    for (Split_part& part : done.parts) {
        some.movement.amount = row->movement.amount.is_negative() ? -part.amount : part.amount;
        const auto due = explainer.assign(some, part.subject, part.due, split.note);
        if (!due) {
            return refuse(due.error());
        }
        part.due = *due;
    }
    desk.record("movement.split", row->dossier.number, split_facts(split));
    close_finished_runs(desk, explainer.touched_runs());
    return done;
}

std::vector<Suspense_row> list_suspense(Unit_of_work& work, Suspense_order order) {
    std::vector<Suspense_row> rows = work.statements().suspense();
    std::ranges::sort(rows, [&](const Suspense_row& a, const Suspense_row& b) {
        const Date a_date = a.movement.booking_date;
        const Date b_date = b.movement.booking_date;
        const Money a_amount = abs(a.movement.amount);
        const Money b_amount = abs(b.movement.amount);
        return order == Suspense_order::age ? std::tie(a_date, b_amount, a.movement.id) <
                                                  std::tie(b_date, a_amount, b.movement.id)
                                            : std::tie(b_amount, a_date, a.movement.id) <
                                                  std::tie(a_amount, b_date, b.movement.id);
    });
    return rows;
}

} // namespace saldo::app
