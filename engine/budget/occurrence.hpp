#pragma once

#include "dossier/dossier.hpp"

#include <string>
#include <vector>

namespace saldo::budget {

/// One due date of something the dossier expects: an income, an expense, living money, an
/// instalment, agreed or of an adopted plan, or a set-aside into a pot.
struct Occurrence {
    std::string subject; ///< ledger account it settles: `expense:rent`, `debt:fluvius/2025-17`
    std::string account; ///< id of the bank account
    std::string pot;     ///< ledger code of the pot that pays or receives: `pot:main/holiday`
    dossier::Direction direction = dossier::Direction::expense;
    dossier::Priority priority = dossier::Priority::fixed_cost;
    calendar::Rhythm rhythm = calendar::Rhythm::once;
    Date due;
    Money amount; ///< positive
    Money margin = Money::zero();
    party::Payee counterparty; ///< who is paid or pays; the collector of a debt where there is one
    party::Remittance communication;
    dossier::Payer payer = dossier::Payer::office;
    dossier::Moves moves = dossier::Moves::before;
    std::string mandate{}; ///< by which the counterparty collects it, or empty
    std::string name{};    ///< what people call it: `Huur`; not kept with the lines of a run
    std::string plan{};    ///< id of the adopted plan that promises it, or empty; not kept either
    bool handed_over = false; ///< who pays it was changed, once or more; not kept either
    bool to_client = false;   ///< the client gets its money and pays it himself; not kept
};

/// A set-aside moves money within a bank account: its subject is the pot that receives.
[[nodiscard]] bool is_set_aside(const Occurrence& occurrence);

/// Everything due in [from, through] (both included), in order of due date and subject, whatever
/// the order of the dossier's lists. Due dates count only inside their schedule's period; nothing
/// is due on or before the opening date of the bank account concerned, because the opening balance
/// already tells of it. Subjects are
///   `expense:<line>` and `income:<line>`, `living_money:<id>`, `debt:<creditor>/<claim>`,
///   `expense:bill/<bill>` for a bill that is not of a claim, and `pot:<account>/<pot>` for a
///   set-aside. A bill that was cancelled is not due, nor what an adopted plan promised for days
///   after its end. What the client pays himself and gets the money for is due to him: the sum that
///   was agreed, to the payee of the living money it goes with.
[[nodiscard]] std::vector<Occurrence>
occurrences(const dossier::Dossier& dossier, Date from, Date through);

} // namespace saldo::budget
