#pragma once

#include "bank/statement.hpp"
#include "dossier/dossier.hpp"
#include "payments/run.hpp"
#include "support/dice.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What the banks of invented offices have in common: movements and the statements they make.
namespace saldo::test {

/// CODA transaction codes: type, family, operation, category.
inline constexpr std::string_view transfer_out = "00101000";
inline constexpr std::string_view transfer_in = "00150000";
inline constexpr std::string_view direct_debit = "00501000";
inline constexpr std::string_view card_payment = "00402000";

/// A movement as the bank books it.
struct Posted {
    Date date;
    Money amount; ///< credits are positive
    std::string_view transaction_code;
    party::Payee other; ///< payer or payee
    party::Remittance remittance{};
    std::string end_to_end_id{};
    std::string mandate_id{};
};

/// What clients pay by card in these days, which nobody expects: about twice a month.
void add_card_payments(std::vector<Posted>& posted, Dice& dice, Date first, Date last);

/// The movement that carries out one line of a run.
[[nodiscard]] Posted carried_out(const payments::Run_line& line);

/// The first bank account of a dossier, as its bank keeps it. The dossier must outlive it.
class Bank_account {
public:
    explicit Bank_account(const dossier::Dossier& dossier);

    [[nodiscard]] const dossier::Dossier& dossier() const { return *dossier_; }

    /// The next statement, closed on `last`, with these movements. It looks into them and into the
    /// file, which must outlive it.
    [[nodiscard]] bank::Statement
    statement(std::span<const Posted> posted, Date last, bank::Statement_file& file);

private:
    const dossier::Dossier* dossier_;
    Date closing_date_;
    Money balance_;
    std::uint32_t number_ = 0;
};

} // namespace saldo::test
