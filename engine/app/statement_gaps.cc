#include "app/statement_gaps.hpp"

#include "bank/chain.hpp"
#include "bank/codes.hpp"

#include <algorithm>
#include <unordered_map>

namespace saldo::app {

namespace {

/// As much of a statement as its place in the chain asks for.
bank::Statement in_chain(const Statement_row& row) {
    bank::Statement statement;
    statement.number = row.number;
    statement.opening_date = row.opening_date;
    statement.closing_date = row.closing_date;
    return statement;
}

bool has_gap(const Statement_row& before, const Statement_row& after) {
    return std::ranges::any_of(
        bank::check_chain(in_chain(before), in_chain(after), Severity::info),
        [](const Finding& finding) { return finding.code == bank::chain_number_gap; });
}

} // namespace

std::vector<Statement_gap> statement_gaps(Unit_of_work& work) {
    std::unordered_map<Dossier_id, std::string> numbers;
    for (Dossier_row& row : work.dossiers().all()) {
        numbers.emplace(row.id, std::move(row.number));
    }
    std::vector<Statement_gap> gaps;
    for (const Account_row& account : work.dossiers().accounts()) {
        const Statement_row* before = nullptr;
        const std::vector<Statement_row> rows = work.statements().statements(account.id);
        for (const Statement_row& row : rows) {
            if (row.coverage == bank::Coverage::list) {
                continue;
            }
            if (before != nullptr && has_gap(*before, row)) {
                const bool counts = row.number > before->number;
                gaps.push_back({numbers.at(account.dossier), account.iban, *before, row,
                                counts ? row.number - before->number - 1 : 0U});
            }
            before = &row;
        }
    }
    return gaps;
}

} // namespace saldo::app
