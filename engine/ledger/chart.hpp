#pragma once

#include "base/id.hpp"
#include "ledger/account.hpp"

#include <map>
#include <string>
#include <string_view>

namespace saldo::ledger {

/// One account of a dossier's ledger.
struct Account {
    Ledger_account_id id;
    Kind kind = Kind::suspense;
    std::string code;
    std::string bank_account; ///< key of the bank account it belongs to (bank, transit, suspense,
                              ///< pot), else empty
};

/// All ledger accounts of one dossier. Accounts stay where they are, so postings point to them.
class Chart {
public:
    const Account& add(Account account);

    /// Null if there is no such account.
    [[nodiscard]] const Account* find(std::string_view code) const;
    [[nodiscard]] const Account* find(Ledger_account_id id) const;

    /// The account with this code; that it exists is a contract.
    [[nodiscard]] const Account& at(std::string_view code) const;
    [[nodiscard]] const Account& at(Ledger_account_id id) const;

    [[nodiscard]] const std::map<std::string, Account, std::less<>>& accounts() const {
        return by_code_;
    }

private:
    std::map<std::string, Account, std::less<>> by_code_;
    std::map<Ledger_account_id, const Account*> by_id_;
};

} // namespace saldo::ledger
