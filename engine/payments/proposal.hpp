#pragma once

#include "budget/occurrence.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace saldo::payments {

/// in: paid in this run; out: never to be paid by this run; postponed: due, but not now.
enum class Decision { in, out, postponed };

/// Why a line is in, out or postponed. The names are stored and shown as codes.
enum class Reason {
    due,             ///< in: due and covered
    no_money,        ///< postponed: the account cannot bear it, or a higher class waits for money
    no_iban,         ///< postponed: the payee has no IBAN yet
    payer_is_client, ///< out: the client pays this himself
    already_paid,    ///< out: settled, or in another run that is not closed
    closed           ///< out: the dossier or the bank account is closed
};

[[nodiscard]] std::string_view name(Decision decision);
[[nodiscard]] std::string_view name(Reason reason);
[[nodiscard]] std::optional<Decision> decision_from(std::string_view name);
[[nodiscard]] std::optional<Reason> reason_from(std::string_view name);

struct Proposal_line {
    budget::Occurrence occurrence;
    Money amount = Money::zero(); ///< what is still to pay of the occurrence
    Date execution_date;          ///< an open TARGET day, not before `as_of`
    Decision decision = Decision::in;
    Reason reason = Reason::due;
    Money short_by = Money::zero(); ///< with no_money: what the account lacks for this line
};

/// What happened to one occurrence so far.
struct Settled {
    Money paid = Money::zero();    ///< booked against it, returns taken off
    Money pending = Money::zero(); ///< in runs prepared or approved, not yet exported
};

/// What a proposal needs to know of the book, for one dossier.
struct Position {
    std::map<std::string, Money> pots; ///< balance by pot code, the free parts included
    std::map<std::pair<std::string, Date>, Settled> settled; ///< by subject and due date
    std::map<std::string, Money> pending; ///< by pot code: in runs not yet exported
};

/// Every occurrence due up to and including `through`, with its decision, in order of payment:
/// priority, due date, subject. A set-aside into a pot is a line too; it leaves no payment.
[[nodiscard]] std::vector<Proposal_line>
propose(const dossier::Dossier& dossier, const Position& position, Date as_of, Date through);

} // namespace saldo::payments
