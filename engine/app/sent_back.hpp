#pragma once

#include "app/decisions.hpp"
#include "reconcile/facts.hpp"

#include <optional>
#include <string>

namespace saldo::app {

/// A movement that the bank undid by a later one, with the one place where the book has it.
struct Original {
    Movement_row movement;
    Place place;
    std::string pot; ///< ledger code of the pot that gave or got its money, the free part else
};

/// What an R-transaction sends back: a movement of the same account and amount the other way, of
/// the 13 months before it, that has its EndToEndId, its mandate or else its other side, in this
/// order, and of those the last that was not sent back before. Nothing if there is none, or if that
/// one is in suspense or was split.
/// 13 months: how long an unauthorised direct debit can be claimed back (directive (EU) 2015/2366,
/// art. 71); all other terms for R-transactions are shorter.
[[nodiscard]] std::optional<Original> find_original(Unit_of_work& work,
                                                    const Dossier_row& dossier,
                                                    Movement_id movement,
                                                    const reconcile::Facts& facts);

} // namespace saldo::app
