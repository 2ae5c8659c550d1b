#include "app/reconcile_accounts.hpp"

#include "base/named.hpp"

#include <unordered_map>

namespace saldo::app {

namespace {

using Balances = std::unordered_map<Ledger_account_id, Money>;

Money balance_of(const Balances& balances, const ledger::Account& account) {
    const auto found = balances.find(account.id);
    return found == balances.end() ? Money::zero() : found->second;
}

void judge(Account_proof& proof) {
    if (proof.ledger != proof.statement) {
        proof.cause = Difference_cause::ledger_not_statement;
        proof.difference = proof.ledger - proof.statement;
    } else if (proof.ledger != proof.pots + proof.in_transit) {
        proof.cause = Difference_cause::pots_not_ledger;
        proof.difference = proof.ledger - proof.pots - proof.in_transit;
    }
}

} // namespace

std::string_view name(Difference_cause cause) {
    constexpr std::array names{
        Named{Difference_cause::none, "none"},
        Named{Difference_cause::ledger_not_statement, "ledger_not_statement"},
        Named{Difference_cause::pots_not_ledger, "pots_not_ledger"}};
    return name_in(names, cause);
}

std::vector<Account_proof> reconcile_accounts(Unit_of_work& work) {
    Balances balances;
    for (const Balance_row& row : work.journal().recomputed_balances()) {
        balances.emplace(row.account, row.balance);
    }
    std::unordered_map<Account_id, Statement_row> last;
    for (Statement_row& statement : work.statements().last_statements()) {
        last.emplace(statement.account, std::move(statement));
    }
    std::unordered_map<Dossier_id, std::string> numbers;
    for (Dossier_row& row : work.dossiers().all()) {
        numbers.emplace(row.id, std::move(row.number));
    }
    std::vector<Account_proof> proofs;
    for (const Account_row& account : work.dossiers().accounts()) {
        Account_proof proof{.dossier = numbers.at(account.dossier),
                            .account = account.iban,
                            .statement_date = account.opening_date,
                            .statement = account.opening};
        if (const auto found = last.find(account.id); found != last.end()) {
            proof.statement_date = found->second.closing_date;
            proof.statement = found->second.closing;
        }
        for (const auto& [code, each] : work.journal().chart(account.dossier).accounts()) {
            if (each.bank_account != account.key) {
                continue;
            }
            const Money balance = balance_of(balances, each);
            proof.ledger += each.kind == ledger::Kind::bank ? balance : Money::zero();
            proof.in_transit -= each.kind == ledger::Kind::transit ? balance : Money::zero();
            proof.pots += each.kind == ledger::Kind::pot ? balance : Money::zero();
        }
        judge(proof);
        proofs.push_back(std::move(proof));
    }
    return proofs;
}

} // namespace saldo::app
