#pragma once

#include "app/ports.hpp"

namespace saldo::app {

/// A place where the bank's numbers or days say that a statement between two of the book is
/// missing. The balances follow all the same, else the later one would not be in the book.
struct Statement_gap {
    std::string dossier;
    Iban account;
    Statement_row before;
    Statement_row after;
    std::uint32_t missing = 0; ///< statements between the two, by their numbers
};

/// The gaps of all accounts, in order of dossier, account and arrival. Lists have no numbers and
/// are passed over.
[[nodiscard]] std::vector<Statement_gap> statement_gaps(Unit_of_work& work);

} // namespace saldo::app
