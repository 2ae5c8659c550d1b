#include "ledger/chart.hpp"

#include "base/invariant.hpp"

namespace saldo::ledger {

const Account& Chart::add(Account account) {
    const std::string key = account.code;
    const auto [at, added] = by_code_.emplace(key, std::move(account));
    invariant(added, "a ledger account is added once");
    by_id_.emplace(at->second.id, &at->second);
    return at->second;
}

const Account* Chart::find(std::string_view code) const {
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? nullptr : &found->second;
}

const Account* Chart::find(Ledger_account_id id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
}

const Account& Chart::at(std::string_view code) const {
    const Account* account = find(code);
    invariant(account != nullptr, "the ledger account exists");
    return *account;
}

const Account& Chart::at(Ledger_account_id id) const {
    const Account* account = find(id);
    invariant(account != nullptr, "the ledger account exists");
    return *account;
}

} // namespace saldo::ledger
