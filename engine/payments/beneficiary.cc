#include "payments/beneficiary.hpp"

#include "dossier/ledger_accounts.hpp"
#include "ledger/account.hpp"

#include <algorithm>
#include <array>

namespace saldo::payments {

namespace {

constexpr std::array<std::string_view, 8> account_refusals{"AC01", "AC03", "AC04", "AC06",
                                                           "AC07", "AG01", "BE06", "MD07"};

} // namespace

std::string beneficiary_key(std::string_view subject) {
    const std::string bills = code(ledger::Kind::expense, "bill/");
    const std::string debts = code(ledger::Kind::debt, "");
    if (subject.starts_with(bills)) {
        return std::string(bill_key);
    }
    return std::string(subject.starts_with(debts) ? subject.substr(0, subject.find('/')) : subject);
}

std::vector<Beneficiary> beneficiaries(const dossier::Dossier& dossier) {
    std::vector<Beneficiary> list;
    const auto add = [&](const std::string& subject, const party::Payee& payee) {
        if (payee.iban) {
            list.push_back({beneficiary_key(subject), *payee.iban});
        }
    };
    for (const dossier::Budget_line& line : dossier.budget_lines) {
        if (line.direction == dossier::Direction::expense) {
            add(code(ledger::Kind::expense, line.id), line.counterparty);
        }
    }
    for (const dossier::Living_money& each : dossier.living_money) {
        add(code(ledger::Kind::living_money, each.id), each.to);
    }
    for (const dossier::Creditor& creditor : dossier.creditors) {
        add(code(ledger::Kind::debt, creditor.id), creditor.payee);
        add(code(ledger::Kind::debt, creditor.id), creditor.collector.value_or(party::Payee{}));
    }
    for (const dossier::Bill& bill : dossier.bills) {
        if (!bill.cancelled) {
            add(dossier::code_of(bill), bill.payee);
        }
    }
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

bool refuses_account(std::string_view reason) {
    return std::ranges::find(account_refusals, reason) != account_refusals.end();
}

} // namespace saldo::payments
