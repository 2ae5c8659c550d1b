#pragma once

#include "reconcile/bank_signs.hpp"
#include "reconcile/facts.hpp"
#include "reconcile/signals/signal.hpp"

#include <string>
#include <vector>

namespace saldo::reconcile {

/// A movement, or part of one, with the place where the book has it. It looks at texts that must
/// outlive it.
struct Seen {
    Movement_id movement;
    std::uint64_t entry = 0; ///< number of the entry in the dossier that put it there
    Facts facts;             ///< its amount is that of the part
    Bank_codes codes;
    Rule rule = Rule::suspense;
    Doubt doubt = Doubt::none;
    std::string subject{};     ///< ledger code; of an own order: of what it pays. Empty in suspense
    std::optional<Date> due{}; ///< that it settles, or gives back
    std::optional<Movement_id> original{}; ///< that was sent back
};

/// What was on an account at the end of a day.
struct Day_balance {
    Date date;
    Money balance = Money::zero();
};

/// A bank account, as far as its statements were read.
struct Watched_account {
    std::string account;              ///< id in the dossier
    Money warn_below = Money::zero(); ///< a balance under it is told, not negative
    Money overdraft = Money::zero();  ///< how far below zero the dossier allows, not negative
    std::optional<Date> read_through; ///< closing date of the last statement; none if there is none
    std::optional<Date> closed;       ///< last day on which it, or its dossier, is in use
    std::vector<Day_balance> days;    ///< in order; days without one had the balance before
};

/// An own payment that the bank rejected by its answer to the payment file, and did not execute.
struct Rejected {
    std::string account;     ///< id in the dossier
    Date date;               ///< of the entry that took the order back
    std::uint64_t entry = 0; ///< its number in the dossier
    Money amount = Money::zero();
    std::string subject; ///< ledger code of what it was to pay
    std::optional<Date> due{};
    std::string end_to_end_id{};
    std::string reason{}; ///< code of the bank, or empty
};

/// What is known of one dossier, all of it of `on` or earlier, but for what is still to come due.
struct Signal_facts {
    std::vector<Expected> expected; ///< from `signal_look_back_days` before `since`
    std::vector<Order> orders;      ///< payments that the bank has or answered
    std::vector<Seen> movements;    ///< in order of booking and number; from as long before
    std::vector<Watched_account> accounts;
    std::vector<Rejected> rejected{};
    Date since; ///< signals of this day and later are told
    Date on;    ///< and of this day and earlier
};

/// The signals of one dossier, in order of day, account, code, subject and movement. A balance that
/// is still low or below zero is told even if it became so before `since`.
///
/// - income_late: nothing came for an income, and the statements of its account go further than
///   `budget::income_grace_days` days from the first open day on or after its due date. It becomes
///   income_missing when they reach the due date of the next one, at the latest after
///   `lookaround_days`, when no rule settles it any more. Statements that were not read say
///   nothing.
/// - amount_deviates: what was booked on a due date differs from it by more than the margin; or a
///   rule knows what a movement is for, but its amount settled nothing that is open; or a movement
///   in suspense comes from the payer or goes to the payee of what was due then, with another
///   amount; or an own payment was executed with another amount. What a person decided is no
///   signal.
/// - double_payment: more than the margin too much was paid on one due date, not all at once; an
///   own payment was debited twice; or within `double_payment_days` the same account got the same
///   amount again, while nothing was due for it.
/// - unexpected_debit: a debit in suspense that nothing fits and that is none of the others. What
///   the bank takes for itself is an info.
/// - negative_balance, low_balance: one for each row of days, with its lowest balance. Below the
///   overdraft that the dossier allows it is an error.
/// - seizure: the bank's code, its reason for sending back, or the words of the movement say so.
/// - plan_broken: of what an adopted plan promised something is not paid, and the statements of its
///   account go further than `dossier::plan_grace_days` days from its due date.
/// - returned: an own payment, or any other movement that a bank sent back, found or not.
/// - rejected: an own payment that the bank did not take; it is due again.
[[nodiscard]] std::vector<Signal> signals(const Signal_facts& facts);

inline constexpr int double_payment_days = 14;

/// How long before `since` facts must begin: due dates and movements that belong together are
/// `lookaround_days` apart at most, and what is late has its days of grace.
inline constexpr int signal_look_back_days = 60;

} // namespace saldo::reconcile
