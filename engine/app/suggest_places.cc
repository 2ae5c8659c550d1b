#include "app/suggest_places.hpp"

#include "app/codes.hpp"
#include "app/decisions.hpp"
#include "app/explainer.hpp"
#include "party/account_number.hpp"
#include "reconcile/words.hpp"

namespace saldo::app {

namespace {

/// By what the other side is known: its account, else its name; empty if by neither.
std::string other_side(const Movement_row& movement) {
    const std::string account = party::normal_account(movement.counterparty_account);
    return account.empty() ? reconcile::folded(movement.counterparty_name) : account;
}

std::vector<reconcile::Alike> movements_alike(Unit_of_work& work, const Suspense_row& row) {
    std::vector<reconcile::Alike> alike;
    const std::string wanted = other_side(row.movement);
    if (wanted.empty()) {
        return alike;
    }
    const Decisions decisions(work, row.dossier.id);
    work.statements().each_of(row.dossier.id, [&](const Suspense_row& other) {
        const Movement_row& movement = other.movement;
        const bool same_way = movement.amount.is_negative() == row.movement.amount.is_negative();
        if (movement.id == row.movement.id || !same_way || other_side(movement) != wanted) {
            return;
        }
        for (const Place& place : decisions.places(movement)) {
            if (!place.part.explanation.subject.empty()) {
                alike.push_back({place.part.explanation.subject});
            }
        }
    });
    return alike;
}

} // namespace

Result<Suggested> suggest_places(Desk& desk, Movement_id movement) {
    return find_movement(desk.work(), movement)
        .and_then([&](Suspense_row row) -> Result<Suggested> {
            if (row.reason.empty()) {
                return refuse(movement_not_in_suspense,
                              {{"movement", std::to_string(movement.value)}});
            }
            const Date date = row.movement.booking_date;
            Batches batches(desk.work());
            Explainer explainer(desk, batches, row.dossier, date, date);
            auto found =
                reconcile::suggestions(explainer.open(), facts_of(row.movement, row.account_key),
                                       movements_alike(desk.work(), row));
            return Suggested{std::move(row), std::move(found)};
        });
}

} // namespace saldo::app
