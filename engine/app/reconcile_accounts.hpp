#pragma once

#include "app/ports.hpp"

#include <string>
#include <vector>

namespace saldo::app {

/// Why an account does not agree.
enum class Difference_cause {
    none,
    ledger_not_statement, ///< the bank account in the ledger is not what the last statement says
    pots_not_ledger       ///< pots and what is in transit do not make up the bank account
};

[[nodiscard]] std::string_view name(Difference_cause cause);

/// The proof of one bank account: ledger = last statement = pots + in transit.
struct Account_proof {
    std::string dossier;
    Iban account;
    Date statement_date;              ///< closing date of the last statement, or the opening date
    Money statement = Money::zero();  ///< what the bank says
    Money ledger = Money::zero();     ///< what the postings on the bank account say
    Money pots = Money::zero();       ///< sum of its pots, the free part included
    Money in_transit = Money::zero(); ///< ordered at the bank, not yet executed; not negative
    Money difference = Money::zero();
    Difference_cause cause = Difference_cause::none;
};

/// One proof per bank account, in order of dossier and account. The sums are taken over the
/// postings themselves, not over the balances kept beside them.
[[nodiscard]] std::vector<Account_proof> reconcile_accounts(Unit_of_work& work);

} // namespace saldo::app
