#pragma once

#include "dossier/dossier.hpp"

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace saldo::payments {

/// An account that a dossier pays to, and for what.
struct Beneficiary {
    std::string key; ///< as `beneficiary_key` gives it
    Iban iban;

    friend auto operator<=>(const Beneficiary&, const Beneficiary&) = default;
};

/// The key of all bills that are not of a claim: each is a subject of its own, but their payees
/// stay.
inline constexpr std::string_view bill_key = "bill";

/// For what a payee is the payee: the subject itself (`expense:rent`, `living_money:week`), its
/// creditor for a claim (`debt:fluvius`), `bill` for a bill.
[[nodiscard]] std::string beneficiary_key(std::string_view subject);

/// The accounts that a dossier's document names as payees, each once, in order: of expenses, living
/// money, creditors, collectors, and bills that were not cancelled.
[[nodiscard]] std::vector<Beneficiary> beneficiaries(const dossier::Dossier& dossier);

/// True for the reason of a rejection or a return that says the payee's account takes no more
/// payments, whoever pays: AC01, AC03 (number), AC04, AC07 (closed), AC06 (blocked), AG01 (takes no
/// transfers), BE06 (holder unknown), MD07 (holder deceased). Codes of ISO 20022.
[[nodiscard]] bool refuses_account(std::string_view reason);

} // namespace saldo::payments
