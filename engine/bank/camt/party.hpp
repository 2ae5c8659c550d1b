#pragma once

#include "bank/camt/context.hpp"

namespace saldo::bank::camt {

/// Name of a party in either shape: itself, or a choice (`Pty`, `Agt`) since version .07.
[[nodiscard]] std::string_view party_name(pugi::xml_node party, const Context& context);

/// The BIC of an agent, under the name of its version.
[[nodiscard]] std::string_view bic_of(pugi::xml_node agent, const Context& context);

/// The number of an account (`Id`): an IBAN without blanks, else another number as written.
[[nodiscard]] std::string_view account_number(pugi::xml_node id, const Context& context);

/// Who is on the other side of a transaction (`TxDtls`).
struct Sides {
    bool is_credit = false;
    bool is_return = false; ///< the parties stand as in the payment that came back
    std::string_view own_account;
};

/// For a credit the debtor, for a debit the creditor; when a payment comes back, the other way
/// round. If a returned payment names only one of them, or the holder's own account there, the one
/// that is left. A party without a name gets that of the ultimate party.
[[nodiscard]] Counterparty
counterparty_of(pugi::xml_node transaction, const Sides& sides, const Context& context);

/// The creditor identifier of a direct debit: of scheme SEPA, or where no scheme is named a
/// private identifier of its form; empty if there is none.
[[nodiscard]] std::string_view creditor_id(pugi::xml_node parties, const Context& context);

} // namespace saldo::bank::camt
