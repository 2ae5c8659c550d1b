#pragma once

#include "base/digest.hpp"
#include "calendar/date.hpp"
#include "money/money.hpp"
#include "party/iban.hpp"
#include "party/remittance.hpp"

#include <bitset>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace saldo::payments::pain001 {

/// Whether somebody may still be paid, or pay.
enum class Standing { active, closed, blocked, deceased };

[[nodiscard]] std::string_view name(Standing standing);

/// A client's account that the office runs.
struct Debtor_account {
    std::string holder; ///< as the bank has it, before conversion
    bool open = true;   ///< at the bank, and in the book
    Standing client = Standing::active;
    /// What can be spent on each execution date, all other orders taken off and any overdraft the
    /// dossier allows added, this file not counted. Dates that are missing are not judged.
    std::map<Date, Money> available;
};

/// What the office knows of an account it pays to.
struct Payee_account {
    enum class History { known, fresh, changed }; ///< since the run before

    History history = History::known;
    bool name_checked = false; ///< the bank, or a person, agreed that this name has this account
    Standing standing = Standing::active;
};

/// A payment ordered not long ago.
struct Recent_payment {
    Iban debtor_account;
    Iban payee_account;
    Money amount;
    party::Remittance remittance;
    Date execution;
};

/// Belgian bank codes in use, by number.
using Bank_codes = std::bitset<1000>;

/// What the office knows on the day a file is to leave.
struct Context {
    Date as_of;
    Date horizon; ///< last execution date that is allowed
    std::map<Iban, Debtor_account> debtors;
    std::map<Iban, Payee_account> payees;

    /// True if a message, block or transfer of another file ever had this id. Must be callable.
    std::function<bool(std::string_view)> is_id_used;

    std::set<Digest> exported; ///< SHA-256 of every file that ever left
    std::vector<Recent_payment> recent;
    int repeat_days = 5; ///< the same payment this many days apart is still suspect
    std::optional<Bank_codes> belgian_banks; ///< without it bank codes are not judged
};

} // namespace saldo::payments::pain001
