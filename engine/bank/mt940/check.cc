#include "bank/mt940/check.hpp"

#include "bank/check.hpp"
#include "bank/codes.hpp"

#include <map>
#include <tuple>

namespace saldo::bank::mt940 {

namespace {

void check_count(std::optional<std::uint32_t> stated,
                 std::uint32_t computed,
                 const Where& where,
                 Report& report) {
    if (stated && *stated != computed) {
        report.add(count_mismatch, Severity::error, where,
                   {{"stated", std::to_string(*stated)}, {"computed", std::to_string(computed)}});
    }
}

} // namespace

void check_sums(const Statement& statement, const Stated& stated, Report& report) {
    Amount_sum debit;
    Amount_sum credit;
    std::uint32_t debits = 0;
    std::uint32_t credits = 0;
    for (const Movement& movement : statement.movements) {
        const bool is_debit = movement.amount < Amount();
        (is_debit ? debit : credit).add(is_debit ? -movement.amount : movement.amount);
        ++(is_debit ? debits : credits);
    }
    const Where debit_where{"", stated.debit_line, "90D"};
    const Where credit_where{"", stated.credit_line, "90C"};
    check_count(stated.debit_count, debits, debit_where, report);
    check_count(stated.credit_count, credits, credit_where, report);
    check_total(debit_total_mismatch, statement.debit_total, debit, debit_where, report);
    check_total(credit_total_mismatch, statement.credit_total, credit, credit_where, report);
    if (!statement.opening) {
        return;
    }
    Amount_sum computed = credit;
    computed.add(*statement.opening);
    computed.subtract(debit);
    check_total(balance_mismatch, statement.closing, computed, {"", stated.closing_line, "62"},
                report);
}

void check_repeated(std::span<const Statement> statements, Report& report) {
    if (statements.size() < 2) {
        return;
    }
    using Key = std::tuple<std::string_view, std::string_view, std::uint32_t, std::uint32_t,
                           std::optional<Date>, std::optional<Date>, Amount, Amount>;
    std::map<Key, std::uint64_t> lines;
    for (const Statement& statement : statements) {
        if (!statement.opening || !statement.closing) {
            continue;
        }
        const auto [first, is_new] =
            lines.try_emplace(Key{statement.account, statement.currency, statement.number,
                                  statement.page, statement.opening_date, statement.closing_date,
                                  *statement.opening, *statement.closing},
                              statement.line);
        if (!is_new) {
            report.add(statement_repeated, Severity::warning, {"", statement.line, "20"},
                       {{"first", std::to_string(first->second)}});
        }
    }
}

} // namespace saldo::bank::mt940
