#pragma once

#include "ledger/postings.hpp"
#include "reconcile/explanation.hpp"

#include <span>

/// From explanations to entries. Amounts are signed as the bank has them: credits are positive.
/// What each part of amount `a` posts (`counter` is the subject with its due date, `transfer`, or
/// for an order `transit`):
///
///     entry         part               bank   suspense   counter   pots
///     movement      of an order         +a                  -a       0
///     movement      of a subject        +a                  -a      +a
///     movement      in suspense         +a       -a                 +a to the free part
///     explanation   to an order                  +a         -a      -a to the free part
///     explanation   to a subject                 +a         -a      -a to the free part, +a
///
/// An order took its money from the pots when it was given to the bank, so its movement leaves the
/// pots alone; while it was in suspense the free part bore it a second time, and explaining it
/// gives that back. Where a debit is to come from a pot that holds less, the pot gives what it
/// has and the free part the rest.
namespace saldo::reconcile {

/// What an entry tells of its movement besides the postings.
struct Booking {
    std::string_view account; ///< id of the bank account in the dossier
    Date date;                ///< of a movement its booking date, of an explanation its own
    Movement_id movement;
    std::string origin; ///< `file:record`
};

/// The entry of a movement; its parts, at least one, make up the whole. Its reason is the name of
/// the rule that explained all of its parts, or `mixed`; its note says why, as record.hpp tells. It
/// names the order that is its only part. The chart must hold every account concerned.
/// `ledger::check` holds for the entry.
[[nodiscard]] ledger::Draft movement_entry(Booking booking,
                                           std::span<const Part> parts,
                                           const ledger::Chart& chart,
                                           const ledger::Pot_balance& balance_of);

/// The entry that takes a part (or some of it) out of suspense, where it was posted as a movement
/// in suspense, into its place, which is not suspense. `note` holds the words of the person who
/// decided; without any it says why. `ledger::check` holds for the entry.
[[nodiscard]] ledger::Draft explanation_entry(Booking booking,
                                              const Part& part,
                                              std::string note,
                                              const ledger::Chart& chart,
                                              const ledger::Pot_balance& balance_of);

} // namespace saldo::reconcile
