#include "evaluation/follow_up.hpp"

#include "calendar/joined.hpp"
#include "calendar/rhythm.hpp"
#include "dossier/help_periods.hpp"
#include "dossier/names.hpp"

#include <algorithm>
#include <tuple>

namespace saldo::evaluation {

namespace {

using dossier::Dossier;
using dossier::Evaluation;

/// As far as they were made until a day.
std::vector<Evaluation> evaluations_until(const Dossier& dossier, Date on) {
    std::vector<Evaluation> made;
    if (dossier.course) {
        std::ranges::copy_if(dossier.course->evaluations, std::back_inserter(made),
                             [&](const Evaluation& each) { return each.date <= on; });
    }
    return made;
}

bool was_reviewed(const std::vector<Evaluation>& evaluations, Date decided, Date review) {
    return std::ranges::any_of(evaluations, [&](const Evaluation& each) {
        return each.date >= review || (each.date > decided && each.next);
    });
}

/// Collects the items of one dossier.
class Collector {
public:
    Collector(const Dossier& dossier, Date on)
        : dossier_(dossier), on_(on), evaluations_(evaluations_until(dossier, on)) {}

    void collect_overdue() {
        if (!is_followed(dossier_, on_)) {
            return;
        }
        if (!evaluations_.empty()) {
            const auto& next = evaluations_.back().next;
            if (next && *next < on_) {
                add(Topic::evaluation_overdue, *next);
            }
        }
        if (dossier_.course) {
            last_step();
            goals();
        }
        for (const dossier::Budget_line& line : dossier_.budget_lines) {
            last_payer(line);
        }
    }

    void collect_alarm(const Alarm& alarm) {
        const auto periods =
            dossier::help_periods(dossier_, dossier::Mandate_kind::budget_management);
        const calendar::Date_range* running = calendar::range_on(periods, on_);
        const bool is_long = running != nullptr &&
                             calendar::plus_months(running->from(), alarm.management_months) <= on_;
        const bool is_evaluated =
            !evaluations_.empty() &&
            calendar::plus_months(evaluations_.back().date, alarm.evaluation_months) > on_;
        if (is_long && !is_evaluated) {
            add(Topic::management_alarm, running->from());
        }
    }

    void collect_evaluations() {
        for (const Evaluation& each : evaluations_) {
            if (!each.discussed || *each.discussed > on_) {
                add(Topic::evaluation, each.date, std::string(name(each.conclusion)), each.user);
            }
        }
    }

    void collect_plans(Date from) {
        const auto is_new = [&](Date day) { return day >= from && day <= on_; };
        for (const dossier::Adopted_plan& plan : dossier_.plans) {
            if (is_new(plan.adopted)) {
                add(Topic::plan_adopted, plan.adopted, plan.id, plan.user);
            }
            for (const dossier::Plan_answer& answer : plan.answers) {
                if (is_new(answer.date)) {
                    add(Topic::plan_answered, answer.date, plan.id, answer.user);
                }
            }
            if (plan.ended && is_new(plan.ended->date)) {
                add(Topic::plan_ended, plan.ended->date, plan.id, plan.ended->user);
            }
        }
    }

    void collect_claims(Date from, const std::set<std::string, std::less<>>& added) {
        for (const dossier::Creditor& creditor : dossier_.creditors) {
            for (const dossier::Claim& claim : creditor.claims) {
                std::string id = claim_id(creditor, claim);
                const bool is_new = claim.stated >= from && claim.stated <= on_;
                if (is_new || added.contains(id)) {
                    add(Topic::claim, claim.stated, std::move(id));
                }
            }
        }
    }

    std::vector<Item> items() {
        std::ranges::sort(items_, {}, [](const Item& item) {
            return std::tie(item.topic, item.date, item.subject);
        });
        return std::move(items_);
    }

private:
    void last_step() {
        const dossier::Rung_move* last = nullptr;
        for (const dossier::Rung_move& move : dossier_.course->moves) {
            last = move.decided <= on_ ? &move : last;
        }
        if (last != nullptr) {
            review(Topic::step_overdue, last->decided, last->review);
        }
    }

    void last_payer(const dossier::Budget_line& line) {
        const dossier::Payer_change* last = nullptr;
        for (const dossier::Payer_change& change : line.payer_changes) {
            last = change.decided <= on_ ? &change : last;
        }
        if (last != nullptr) {
            review(Topic::payer_overdue, last->decided, last->review, line.id);
        }
    }

    void review(Topic topic, Date decided, std::optional<Date> review, std::string subject = {}) {
        if (review && *review < on_ && !was_reviewed(evaluations_, decided, *review)) {
            add(topic, *review, std::move(subject));
        }
    }

    void goals() {
        for (const dossier::Goal& goal : dossier_.course->goals) {
            const bool has_ended = goal.ended && goal.ended->date <= on_;
            for (const dossier::Goal_step& step : goal.steps) {
                const bool is_done = step.done && *step.done <= on_;
                if (!has_ended && !is_done && goal.set <= on_ && step.by < on_) {
                    add(Topic::goal_overdue, step.by, goal.id);
                }
            }
        }
    }

    void add(Topic topic, Date date, std::string subject = {}, std::string user = {}) {
        items_.push_back({dossier_.number, topic, date, std::move(subject), std::move(user)});
    }

    const Dossier& dossier_;
    Date on_;
    std::vector<Evaluation> evaluations_;
    std::vector<Item> items_;
};

} // namespace

bool is_followed(const Dossier& dossier, Date on) {
    const bool is_closed = dossier.closed && *dossier.closed <= on;
    const bool is_ending = dossier.closing && dossier.closing->decided <= on;
    const dossier::Rung_move* rung = dossier.course ? rung_on(*dossier.course, on, on) : nullptr;
    return !is_closed && !is_ending && (rung == nullptr || rung->kind != dossier::Move_kind::end);
}

std::vector<Item> overdue(const Dossier& dossier, Date on) {
    Collector collector(dossier, on);
    collector.collect_overdue();
    return collector.items();
}

bool is_evaluation_due(Topic topic) {
    return topic == Topic::evaluation_overdue || topic == Topic::step_overdue ||
           topic == Topic::payer_overdue;
}

std::vector<Item> for_team(const Dossier& dossier,
                           const Checklist& checklist,
                           const Since& since,
                           const std::set<std::string, std::less<>>& added) {
    Collector collector(dossier, since.on);
    collector.collect_evaluations();
    collector.collect_overdue();
    collector.collect_alarm(checklist.alarm);
    collector.collect_plans(since.from);
    collector.collect_claims(since.from, added);
    return collector.items();
}

} // namespace saldo::evaluation
