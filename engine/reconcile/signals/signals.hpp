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

/// What the client or his payee showed of a due date that the client pays himself.
struct Shown_payment {
    std::string subject; ///< ledger code of the line
    Date due;
    Date seen; ///< the day on which it was paid, or on which it was told that it was not
    bool is_paid = true;
};

/// A debt as its creditor stated it.
struct Stated_debt {
    std::string subject; ///< ledger code of the claim
    Date stated;
    Date arose; ///< its due date, or else the day it was stated
    Money amount = Money::zero();
};

/// A letter or act of a bailiff about a debt.
struct Bailiff_letter {
    std::string subject; ///< ledger code of the claim
    Date sent;
    std::string kind;    ///< summons, command, seizure, or what else he sent
    bool is_act = false; ///< a command or seizure: money or goods are taken next
};

/// What is known of one dossier, all of it of `on` or earlier, but for what is still to come due.
struct Signal_facts {
    std::vector<Expected> expected; ///< from `signal_look_back_days` before `since`
    std::vector<Order> orders;      ///< payments that the bank has or answered
    std::vector<Seen> movements;    ///< in order of booking and number; from as long before
    std::vector<Watched_account> accounts;
    std::vector<Rejected> rejected{};
    std::vector<Shown_payment> shown{}; ///< in the order in which they were shown
    std::vector<Stated_debt> debts{};
    std::vector<Bailiff_letter> bailiff_letters{};
    std::optional<Date> opened{}; ///< first day of help
    Date since;                   ///< signals of this day and later are told
    Date on;                      ///< and of this day and earlier
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
/// - handed_over_unpaid: what the client pays since it was handed over to him was shown not to be
///   paid; or it was not paid by `client_grace_days` days after its due date from an account whose
///   statements go further, from which he paid it the time before. Housing and energy are errors.
/// - handed_over_unseen: nor is there anything that shows whether it was paid. A line is paid where
///   the office cannot see it, so this is an info.
/// - double_payment, besides: the office paid what the client shows that he paid too.
/// - new_debt: a debt was stated more than `listing_days` after the help began; an info if it was
///   due before that.
/// - bailiff_letter: a bailiff sent something; an error if it is a command or a seizure.
/// - returned: an own payment, or any other movement that a bank sent back, found or not.
/// - rejected: an own payment that the bank did not take; it is due again.
[[nodiscard]] std::vector<Signal> signals(const Signal_facts& facts);

inline constexpr int double_payment_days = 14;

/// After its due date what the client pays himself may come this many days late.
inline constexpr int client_grace_days = 5;

/// How long after the beginning of help its debts are still being listed.
inline constexpr int listing_days = 60;

/// How long before `since` facts must begin: due dates and movements that belong together are
/// `lookaround_days` apart at most, and what is late has its days of grace.
inline constexpr int signal_look_back_days = 60;

} // namespace saldo::reconcile
