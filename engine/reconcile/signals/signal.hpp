#pragma once

#include "base/canonical.hpp"
#include "base/finding.hpp"
#include "base/id.hpp"
#include "calendar/date.hpp"
#include "money/money.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

/// What a counsellor should look at: facts of the book, each with what it is about and the figures
/// it was seen by. A signal is computed, never stored; the same book and day give the same signals.
namespace saldo::reconcile {

/// The names are public (`--code`, JSON): do not change them.
enum class Signal_code {
    income_late,        ///< an income did not come within its days of grace
    income_missing,     ///< nor before the next one was due, or a rule could still expect it
    amount_deviates,    ///< it came or went, by more than its margin another amount
    double_payment,     ///< one due date paid twice, or the same debit again with nothing due
    unexpected_debit,   ///< money went, and no payment, mandate, rule or line says why
    negative_balance,   ///< the account is below zero
    low_balance,        ///< the account is under the amount that its dossier asks for
    seizure,            ///< a writ, a seizure, or an account that is blocked
    returned,           ///< a payment or direct debit was sent back
    rejected,           ///< the bank did not take a payment
    plan_broken,        ///< what an adopted plan promised was not paid within its days of grace
    handed_over_unpaid, ///< what the client pays himself was not paid within its days of grace
    handed_over_unseen, ///< nor was it seen whether it was
    new_debt,           ///< a debt was stated after the debts had been listed
    bailiff_letter      ///< a bailiff wrote about a debt
};

inline constexpr std::array all_signal_codes{
    Signal_code::income_late,        Signal_code::income_missing,   Signal_code::amount_deviates,
    Signal_code::double_payment,     Signal_code::unexpected_debit, Signal_code::negative_balance,
    Signal_code::low_balance,        Signal_code::seizure,          Signal_code::returned,
    Signal_code::rejected,           Signal_code::plan_broken,      Signal_code::handed_over_unpaid,
    Signal_code::handed_over_unseen, Signal_code::new_debt,         Signal_code::bailiff_letter};

/// `signal.income_late`.
[[nodiscard]] std::string_view name(Signal_code code);
[[nodiscard]] std::optional<Signal_code> signal_code_from(std::string_view name);

/// It tells of days on which an account was too low.
[[nodiscard]] bool is_of_balance(Signal_code code);

/// One signal of a dossier. Amounts have no sign, but balances do.
struct Signal {
    Signal_code code = Signal_code::income_late;
    Severity severity = Severity::warning; ///< error: act now; warning: look at it; info: know it
    std::string account;                   ///< id of the bank account in the dossier
    Date date;           ///< the day it arose: a booking, or the first day it was so
    std::string subject; ///< ledger code of the line or claim it is about, or empty
    std::optional<Date> due;
    std::optional<Movement_id> movement;
    std::uint64_t entry = 0;       ///< number of the movement's entry in the dossier, 0 if none
    std::optional<Money> stated;   ///< what the bank says
    std::optional<Money> expected; ///< what the dossier says
    Params facts;                  ///< what else it was seen by, in a fixed order

    friend bool operator==(const Signal&, const Signal&) = default;
};

/// Adds what makes it this signal of its dossier and no other: all it tells, so that it is another
/// one when an amount or a fact changes. Left out are the number of the entry, and what changes by
/// itself while statements are read: how far they go (`read_through`, `days`), that a balance
/// recovered (`until`), and on which day of those that are looked at a balance became low (its
/// lowest amount and day tell which it is). The form is stored with dismissals: do not change it.
void add_identity(Canonical_bytes& out, const Signal& signal);

} // namespace saldo::reconcile
