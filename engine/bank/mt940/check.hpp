#pragma once

#include "bank/report.hpp"
#include "bank/statement.hpp"

#include <span>

namespace saldo::bank::mt940 {

/// What a message says of itself, and the lines to name when it does not hold.
struct Stated {
    std::uint64_t closing_line = 0;
    std::uint64_t debit_line = 0; ///< of :90D:
    std::uint64_t credit_line = 0;
    std::optional<std::uint32_t> debit_count;
    std::optional<std::uint32_t> credit_count;
};

/// Opening balance + movements = closing balance, and where they are stated, number and sum of the
/// debits and of the credits: bank.balance_mismatch, bank.count_mismatch,
/// bank.debit_total_mismatch and bank.credit_total_mismatch, all errors.
void check_sums(const Statement& statement, const Stated& stated, Report& report);

/// The same statement twice in one file, by account, currency, number, page, days and balances:
/// bank.statement_repeated, a warning at the later one.
void check_repeated(std::span<const Statement> statements, Report& report);

} // namespace saldo::bank::mt940
