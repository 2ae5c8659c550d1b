#pragma once

#include "bank/camt/context.hpp"

namespace saldo::bank::camt {

/// What a transaction (`TxDtls`) takes over from its entry (`Ntry`).
struct Entry_facts {
    bool is_reversal = false;
    std::string_view code; ///< its transaction code
};

/// `PMNT/RCDT/ESCT` of a `BkTxCd`, or else the bank's own code; empty if it has none.
[[nodiscard]] std::string_view transaction_code(pugi::xml_node code, const Context& context);

/// Kind of a payment that came back, as in `Movement::r_type`: by its reason, by the sub-family of
/// its code, because it has a return (`RtrInf`) at all, or because the entry is marked a reversal.
[[nodiscard]] char
r_type(std::string_view reason, std::string_view code, bool has_return, bool is_reversal);

/// Keeps a text with a movement under a telling type; nothing if the text is empty.
void note(Statement& statement,
          Movement& movement,
          std::string_view type,
          std::string_view text,
          std::uint64_t line);

/// Keeps charges, and amounts in other currencies or of other sizes than the movement's, of an
/// entry or a transaction.
void note_amounts(pugi::xml_node parent,
                  Statement& statement,
                  Movement& movement,
                  const Context& context);

/// Reads one transaction into a movement or detail whose amount is known: the other party, the
/// references, what the payment says, purpose and return reason; what has no place of its own is
/// kept as information.
void read_transaction(pugi::xml_node transaction,
                      const Entry_facts& entry,
                      Statement& statement,
                      Movement& movement,
                      const Context& context);

} // namespace saldo::bank::camt
