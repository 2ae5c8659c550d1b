#pragma once

#include "app/ports.hpp"

namespace saldo::app {

/// What was looked at, and everything that does not hold.
struct Verification {
    std::uint64_t dossiers = 0;
    std::uint64_t entries = 0;
    std::uint64_t statements = 0;
    std::uint64_t events = 0;
    Findings findings;
};

/// Proves the whole book again from its rows: each entry balances in both views, bears the next
/// number and the next link of its dossier's chain (app.entry_unbalanced, app.entry_number_wrong,
/// app.chain_link_wrong); the balances kept by posting are the sums of the postings
/// (app.balance_wrong); each statement follows the one before and its movements lead from its
/// opening to its closing balance (app.statement_chain_wrong, app.statement_sum_wrong); the log of
/// acts is one unbroken chain (app.event_chain_wrong); every version of a dossier's document is the
/// one the log names (app.document_changed), and so is every rule for matching
/// (app.match_rule_changed); an approved run holds what was approved (app.run_content_changed);
/// what the bank answered is what its kept files say (app.answer_changed, app.rejection_changed);
/// adopted plans are what the log and the texts kept of them say (app.plan_changed); and policies,
/// proved payees, overrides, keys and signatures are as verify_controls.hpp says.
/// Two readers of the book share the work where they can.
[[nodiscard]] Verification verify_book(Unit_of_work& work);

} // namespace saldo::app
