#pragma once

#include "bank/report.hpp"
#include "bank/statement.hpp"

#include <map>
#include <span>
#include <string>

namespace saldo::bank {

/// What has to hold between a statement and the next one of the same account and currency: the
/// new opening balance and date are the old closing ones, and the bank's numbers rise by one.
/// Findings are of the severity asked and stand at the line of the next statement:
/// bank.chain_balance_mismatch, bank.chain_date_mismatch, bank.chain_number_gap (the bank's
/// sequence number, which restarts at 1 with the year) and bank.chain_paper_gap; for a page after
/// the first, bank.chain_page_gap unless it is the next page of the same number. Numbers of 0 say
/// nothing; neither do the numbers of statements delivered again, since banks fill them with 1.
/// Where the balance agrees, a later opening date is only worth an info: real banks write the day
/// before the movements. A partial statement has no place in a chain: nothing is checked.
[[nodiscard]] Findings
check_chain(const Statement& previous, const Statement& next, Severity severity);

/// The same between the statements of one file that follow each other for an account and currency,
/// given one by one; of each account it keeps only where it ended. Within a file it is a warning:
/// the book decides when the file is imported. Lists are left out.
class Chain_check {
public:
    void add(const Statement& statement, Report& report);

private:
    /// Statements without texts and movements, by account and currency.
    std::map<std::pair<std::string, std::string>, Statement> last_;
};

/// The same for all statements of a file at once.
void check_chains(std::span<const Statement> statements, Report& report);

} // namespace saldo::bank
