#pragma once

#include "app/explainer.hpp"

namespace saldo::app {

struct Matched {
    Rule_counts rules;      ///< of the items that were in suspense, by the rule that explained them
    std::uint64_t left = 0; ///< items still in suspense
};

/// Tries every item in suspense again, since lines, claims or orders may have come since.
[[nodiscard]] Matched match_suspense(Desk& desk);

struct Assignment {
    Movement_id movement;
    std::string subject; ///< ledger code such as `expense:rent`, or an EndToEndId of ours
    std::optional<Date> due;
    std::string note; ///< why, in the person's words
};

struct Assigned {
    Suspense_row row;
    std::optional<Date> due; ///< the due date it settles, if any
};

/// Gives an item in suspense the place a person decided. Refuses app.movement_not_in_suspense
/// and what Explainer::assign refuses.
[[nodiscard]] Result<Assigned> assign_movement(Desk& desk, const Assignment& assignment);

} // namespace saldo::app
