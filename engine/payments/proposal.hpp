#pragma once

#include "budget/occurrence.hpp"
#include "calendar/time_of_day.hpp"
#include "party/iban.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace saldo::payments {

/// in: paid in this run; out: never to be paid by this run; postponed: due, but not now.
enum class Decision { in, out, postponed };

/// Why a line is in, out or postponed. The names are stored and shown as codes.
enum class Reason {
    due,             ///< in: due and covered
    no_money,        ///< postponed: the account cannot bear it, or a higher class waits for money
    no_iban,         ///< postponed: the payee has no IBAN yet
    account_refused, ///< postponed: a bank said that nothing can be paid to the account
    payer_is_client, ///< out: the client pays this himself
    payee_collects,  ///< out: the payee collects it by the mandate of the line
    already_paid,    ///< out: settled, or in another run that is not closed
    closed,          ///< out: the dossier or the bank account is closed
    week_over        ///< out: it can leave within one week only, and would leave in another
};

[[nodiscard]] std::string_view name(Decision decision);
[[nodiscard]] std::string_view name(Reason reason);
[[nodiscard]] std::optional<Decision> decision_from(std::string_view name);
[[nodiscard]] std::optional<Reason> reason_from(std::string_view name);

/// A line that gets its money before another one.
struct Precedence {
    std::string subject;
    std::string name; ///< what people call it
    Date due;

    friend bool operator==(const Precedence&, const Precedence&) = default;
};

struct Proposal_line {
    budget::Occurrence occurrence;
    Money amount = Money::zero(); ///< what is still to pay of the occurrence, zero if already paid
    Date execution_date;          ///< an open TARGET day, not before `as_of`
    Decision decision = Decision::in;
    Reason reason = Reason::due;
    Money short_by = Money::zero(); ///< with no_money or payee_collects: what this line lacks
    /// With `short_by`, the line of a higher class that its money is kept for: one that lacks money
    /// itself, or one that is due after this run and before the next income.
    std::optional<Precedence> goes_first{};
    std::optional<Date> next_income{}; ///< with `short_by`: of its account, if one is expected
};

/// What a proposal is made for.
struct Terms {
    Date as_of;
    Date through; ///< last due date that is paid
    /// In Brussels; without it banks still execute orders on the same day.
    std::optional<Time_of_day> at{};
    /// Subjects of incomes that are supposed not to come: `income:wage`.
    std::vector<std::string> without_incomes{};
};

/// What happened to one occurrence so far.
struct Settled {
    Money paid = Money::zero();    ///< booked against it, returns taken off; incomes are negative
    Money pending = Money::zero(); ///< in runs prepared or approved, not yet exported
};

/// What a proposal needs to know of the book, for one dossier.
struct Position {
    std::map<std::string, Money> pots; ///< balance by pot code, the free parts included
    std::map<std::pair<std::string, Date>, Settled> settled; ///< by subject and due date
    std::map<std::string, Money> pending; ///< by pot code: in runs not yet exported
    std::set<Iban> refused; ///< accounts of payees that a bank refused, and nobody proved since
};

/// What is due up to and including `through` and pays out, each with its decision, in order of
/// payment: priority, due date, subject. The order of the dossier's lists changes nothing.
///
/// A line is
///  - out, closed: its execution date lies after the last day of the dossier or the bank account;
///  - out, already_paid: paid, or what is missing is in a run not yet exported;
///  - out, payer_is_client: the client pays it;
///  - out, payee_collects: it has a mandate, so a payment would pay it twice. Its money is kept for
///    the collection in its place in the order, so that nothing of a lower class takes it;
///    `short_by` is what the account lacks for it. What was collected, of whatever amount, is paid;
///  - out, week_over: it moves within its week, and could only leave in a later one;
///  - postponed, no_iban: the payee has none (a set-aside needs none);
///  - postponed, account_refused: a payment to the account came back since it takes none;
///  - postponed, no_money: its pot and then the free part cannot bear it whole. The free part may
///    go down to the account's overdraft, a pot to zero. A postponed line keeps the first claim on
///    its pot and on the free part: lines of a lower class get nothing from there in this run,
///    lines of its own class still do. A line is never paid in part;
///  - in, due: all others.
/// The first that applies counts. Lines that are out and due before the month of `as_of` are left
/// out of the list, except those that wait in another run and collections that came back.
///
/// The money is what there is: incomes that are expected pay nothing. But they tell how long it has
/// to last. What is due after `through` and before the next expected income of its account, within
/// a month from `as_of`, takes part in its place in the order without being listed, so that nothing
/// of a lower class takes its money.
///
/// Money that must be there by the due date leaves a TARGET day before the last TARGET day on or
/// before it (for living money: the last bank day), because a credit transfer arrives the next
/// TARGET day; money that leaves on the due date or later leaves on the first TARGET day from it;
/// money that keeps to its week leaves on a TARGET day of that week (dossier::Moves). Nothing
/// leaves before `as_of`, nor on it from the cut-off hour of the bank on. A set-aside is a line
/// too. It leaves no payment, so its date is the due date or `as_of`.
[[nodiscard]] std::vector<Proposal_line>
propose(const dossier::Dossier& dossier, const Position& position, const Terms& terms);

} // namespace saldo::payments
