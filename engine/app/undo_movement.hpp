#pragma once

#include "app/decisions.hpp"
#include "app/desk.hpp"

namespace saldo::app {

struct Undone {
    Suspense_row row;
    std::vector<Place> places; ///< where it stood
    Findings findings;         ///< what was remembered of it goes on (app.rule_goes_on: warnings)
};

/// Takes back what was decided on a movement, by a person or a rule: the entries that decided it
/// are reversed, the movement is in suspense again, and what it settled is due again; an order that
/// it was taken for (own_payment) waits for the bank again. It then waits for a person: no rule
/// tries it again. `reason` says why, in the person's words. A rule that was
/// remembered of it goes on for other movements, until it is disabled; the answer names it.
///
/// Refuses app.movement_unknown; app.movement_in_suspense; app.movement_is_total, for a total whose
/// details were explained, or a detail that stands for nothing by itself; app.order_not_undone, for
/// a payment of our own, of which the bank said itself that it was executed or returned (or a
/// person did), or that came back since; and app.pot_is_spent, if a pot no longer holds what the
/// movement brought.
[[nodiscard]] Result<Undone>
undo_movement(Desk& desk, Movement_id movement, const std::string& reason);

} // namespace saldo::app
