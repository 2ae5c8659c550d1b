#pragma once

#include "bank/report.hpp"
#include "bank/statement.hpp"

#include <string_view>
#include <vector>

namespace saldo::bank::csv {

/// A movement as a row states it, with what a `Movement` has no place for.
struct Entry {
    Movement movement;
    std::optional<Amount> balance;
    std::string_view statement_number;
    std::string_view movement_number;
    Span_of information; ///< into all texts of the file, in order of its rows
};

/// The entries of one account, which come as the file has them.
using Entries = std::vector<Entry>;

/// Puts the entries in the order they were booked in. A file runs one way or the other: the one in
/// which every balance follows on the one before, where only one does; else the one in which more
/// dates rise than fall; else the one in which fewer balances break, or in which the bank's numbers
/// rise; else the one it has. What the bank gives a balance then stays as it is; without balances,
/// earlier days come first.
void put_in_order(Entries& entries);

/// Each balance is the last one before it and the movements since: bank.balance_mismatch, an error
/// at the row with the balance that does not hold.
void check_balances(const Entries& entries, Report& report);

} // namespace saldo::bank::csv
