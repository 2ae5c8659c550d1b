#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace saldo::ledger {

/// The accounts of a dossier's ledger. The real view (all kinds but `pot`) sums to zero; the pots
/// of a bank account sum to what it holds less what is in transit.
/// The names are hashed into the chain: do not change them.
enum class Kind {
    bank,         ///< what the bank says is on a bank account
    transit,      ///< ordered at the bank, not yet on a statement
    suspense,     ///< booked, not yet explained
    opening,      ///< where opening balances come from
    income,       ///< by budget line
    expense,      ///< by budget line
    living_money, ///< by arrangement
    debt,         ///< by claim
    transfer,     ///< between the dossier's own bank accounts
    pot           ///< virtual part of a bank account; `<account>` alone is its free part
};

[[nodiscard]] std::string_view name(Kind kind);
[[nodiscard]] std::optional<Kind> kind_from(std::string_view name);

/// Name of a ledger account within its dossier: `expense:rent`, `debt:fluvius/2025-17`,
/// `pot:main` (the free part) and `pot:main/holiday`, `opening`.
[[nodiscard]] std::string code(Kind kind, std::string_view key);

} // namespace saldo::ledger
