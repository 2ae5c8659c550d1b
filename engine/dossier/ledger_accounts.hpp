#pragma once

#include "dossier/dossier.hpp"
#include "ledger/entry.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace saldo::dossier {

/// A ledger account that a dossier needs.
struct Wanted_account {
    ledger::Kind kind = ledger::Kind::opening;
    std::string code;
    std::string bank_account; ///< id of the bank account it belongs to, or empty
};

/// The bank account is in the book: its statements are imported and its pots are kept.
[[nodiscard]] bool is_managed(const Account& account);

/// The id of the bank account of a dossier that has one only in the book, else empty.
[[nodiscard]] std::string only_account(const Dossier& dossier);

/// The day from which the book tells of the first of the bank accounts; none if it has none.
[[nodiscard]] std::optional<Date> first_opening(const Dossier& dossier);

/// Ledger account of a claim: `debt:<creditor>/<claim>`.
[[nodiscard]] std::string code_of(const Creditor& creditor, const Claim& claim);

/// Ledger account of a bill: that of the claim it pays off, else `expense:bill/<id>`.
[[nodiscard]] std::string code_of(const Bill& bill);

/// All ledger accounts of the dossier, in a fixed order: opening, transfer, of each managed bank
/// account bank, transit, suspense and free pot, then pots, budget lines, living money, claims and
/// bills that are not of a claim.
[[nodiscard]] std::vector<Wanted_account> ledger_accounts(const Dossier& dossier);

/// The entries the book starts from: of each managed bank account its opening balance and what of
/// it is in which pot, of each claim its balance. Only for bank accounts and claims whose ledger
/// account `is_new`.
[[nodiscard]] std::vector<ledger::Draft>
opening_entries(const Dossier& dossier,
                const ledger::Chart& chart,
                const std::function<bool(std::string_view code)>& is_new);

} // namespace saldo::dossier
