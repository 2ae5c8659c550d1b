#pragma once

#include "bank/camt/entry.hpp"

namespace saldo::bank::camt {

/// Keeps the totals of a summary (`TxsSummry`) and holds them against the entries: counts, sums and
/// the net amount may be of the booked ones or of all. bank.entry_count_mismatch,
/// bank.debit_total_mismatch, bank.credit_total_mismatch and bank.entry_total_mismatch, all errors.
void read_summary(pugi::xml_node summary,
                  const Tally& tally,
                  Statement& statement,
                  const Context& context);

} // namespace saldo::bank::camt
