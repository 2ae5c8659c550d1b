#pragma once

#include "base/canonical.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "calendar/date.hpp"
#include "ledger/chart.hpp"
#include "money/money.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saldo::ledger {

/// What an entry records. The names are stored and hashed: do not change them.
enum class Entry_kind {
    opening,     ///< a balance or debt the book starts with
    movement,    ///< a movement of a bank statement
    explanation, ///< a movement in suspense gets its place
    order,       ///< a payment ordered at the bank: from the pots into transit
    set_aside,   ///< between pots
    reversal     ///< undoes one earlier entry, which it names
};

[[nodiscard]] std::string_view name(Entry_kind kind);
[[nodiscard]] std::optional<Entry_kind> entry_kind_from(std::string_view name);

/// One line of an entry. Debits are positive: money into a bank account, an expense, a debt paid.
struct Posting {
    const Account* account = nullptr;
    Money amount = Money::zero();
    std::optional<Date> due; ///< the due date it settles, on income, expense, living money and debt
};

/// An entry before it is posted.
struct Draft {
    Entry_kind kind = Entry_kind::movement;
    Date date;          ///< day of the fact: the booking date, the execution date
    std::string reason; ///< name of the rule or act that led to it
    std::string note;   ///< words of a person, where one decided, else the figures of the decision
    std::string origin; ///< `file:record` of a bank file, or an EndToEndId
    std::optional<Movement_id> movement;
    std::optional<Run_line_id> run_line;
    std::uint64_t reverses = 0; ///< number of the reversed entry of the same dossier, 0 if none
    std::vector<Posting> postings;
};

/// Both views must balance. Real: all postings besides pots sum to zero. Pots: for each bank
/// account, what its pots get equals what bank and transit together get. Refuses, in this order,
/// ledger.no_postings, ledger.unbalanced and ledger.pots_unbalanced (stated and computed).
[[nodiscard]] Result<Done> check(const Draft& draft);

/// The draft that undoes `draft`, which was posted as `number`: the same postings with the other
/// sign, the same due dates, so that what it settled is due again.
[[nodiscard]] Draft reversal_of(
    const Draft& draft, std::uint64_t number, Date date, std::string reason, std::string note);

/// Who posted, and on which day of the book.
struct Actor {
    std::string user;
    Date as_of;
};

/// The bytes that the chain of the dossier covers: `saldo.entry.1`, dossier number, entry number,
/// kind, date, reason, note, origin, reversed number, user, as-of date, number of postings, and of
/// each the account code, cents and due date (days since 1970, or the lowest number if none).
void canonical_bytes(Canonical_bytes& out,
                     std::string_view dossier,
                     std::uint64_t number,
                     const Draft& draft,
                     const Actor& actor);

} // namespace saldo::ledger
