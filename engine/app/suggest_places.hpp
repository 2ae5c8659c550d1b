#pragma once

#include "app/desk.hpp"
#include "reconcile/suggest.hpp"

namespace saldo::app {

struct Suggested {
    Suspense_row row;
    std::vector<reconcile::Suggestion> suggestions;
};

/// What an item in suspense may be, by the open items of its dossier and by where movements alike
/// stand: those in the same direction, of the same account on the other side, or without one of the
/// same name. Changes nothing. Refuses app.movement_unknown and app.movement_not_in_suspense.
[[nodiscard]] Result<Suggested> suggest_places(Desk& desk, Movement_id movement);

} // namespace saldo::app
