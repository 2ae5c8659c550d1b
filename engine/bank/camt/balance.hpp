#pragma once

#include "bank/camt/context.hpp"

namespace saldo::bank::camt {

/// Reads the booked balances of a statement, picked by their codes and never by their position:
/// OPBD, or else PRCD, opens it, and CLBD closes it; both in the currency of the account and
/// without a credit line. Of a statement that promises balances each must be there, or
/// bank.balance_missing; two of one code that differ give bank.balance_repeated, both errors.
/// bank.balance_currency tells of one that is only there in another currency.
class Balances {
public:
    Balances(pugi::xml_node statement, const Context& context);

    /// The currency of the first booked balance, for an account that does not name its own.
    [[nodiscard]] std::string_view currency() const;

    void read(Statement& statement);

    /// Opening + booked movements = closing: bank.balance_mismatch, an error at the closing one.
    void check(const Statement& statement, const Amount_sum& booked) const;

private:
    struct Picked {
        std::optional<Amount> amount;
        std::optional<Date> date;
        pugi::xml_node node;
    };

    [[nodiscard]] std::vector<pugi::xml_node> with_code(std::string_view code) const;
    [[nodiscard]] Picked pick(std::string_view code, const Statement& statement) const;

    pugi::xml_node statement_;
    const Context& context_;
    std::vector<pugi::xml_node> balances_;
    pugi::xml_node closing_;
};

} // namespace saldo::bank::camt
