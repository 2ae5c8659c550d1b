#pragma once

#include "app/explainer.hpp"

namespace saldo::app {

struct Matched {
    Rule_counts rules;      ///< of the items that were in suspense, by the rule that explained them
    std::uint64_t left = 0; ///< items still in suspense
};

/// Tries every item in suspense again, since lines, claims, orders or rules may have come since;
/// not what a person undid.
[[nodiscard]] Matched match_suspense(Desk& desk);

struct Assignment {
    Movement_id movement;
    std::string subject; ///< ledger code such as `expense:rent`, or an EndToEndId of ours
    std::optional<Date> due;
    std::string note;      ///< why, in the person's words
    bool remember = false; ///< write a rule for movements like this one
};

struct Assigned {
    Suspense_row row;
    std::optional<Date> due;             ///< the due date it settles, if any
    std::optional<Match_rule_id> rule{}; ///< that remembers it
};

/// Gives an item in suspense the place a person decided. Refuses app.movement_not_in_suspense
/// and what Explainer::assign refuses. To remember it refuses app.nothing_to_remember, as rule_like
/// does, what add_rule refuses, and app.rule_exists only if the rule that is there would take such
/// movements elsewhere.
[[nodiscard]] Result<Assigned> assign_movement(Desk& desk, const Assignment& assignment);

/// Some of a movement, for one subject or due date.
struct Split_part {
    std::string subject;     ///< as that of an assignment
    std::optional<Date> due; ///< without one, the nearest on which nothing is booked
    Money amount;            ///< positive, in the direction of the movement
};

struct Split {
    Movement_id movement;
    std::vector<Split_part> parts;
    std::string note; ///< why, in the person's words
};

struct Split_movement {
    Suspense_row row;
    std::vector<Split_part> parts; ///< with the due dates they settle
};

/// Gives the parts of an item in suspense their places. Refuses app.movement_not_in_suspense; for
/// the parts app.split_not_positive, app.split_twice (the same subject and due date) and
/// app.split_not_whole (they do not come to the amount, to the cent); and what assigning each of
/// them refuses.
[[nodiscard]] Result<Split_movement> split_movement(Desk& desk, const Split& split);

/// What comes first in a list of what is in suspense: the oldest and then the largest, or the
/// largest and then the oldest.
enum class Suspense_order { age, amount };

[[nodiscard]] std::vector<Suspense_row> list_suspense(Unit_of_work& work, Suspense_order order);

} // namespace saldo::app
