#pragma once

#include "base/id.hpp"
#include "budget/occurrence.hpp"
#include "reconcile/explanation.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What is known of a movement, and what it may be: the values the rules compare.
namespace saldo::reconcile {

/// The facts of a movement, or of one detail of a total.
struct Facts {
    std::string_view account;              ///< id of the bank account in the dossier
    Date date;                             ///< booking date
    Money amount = Money::zero();          ///< signed: credits are positive
    std::string_view counterparty_account; ///< as the bank wrote it
    std::optional<Ogm> ogm;                ///< or else
    std::optional<Creditor_reference> rf;
    std::string_view end_to_end_id;
    std::string_view mandate_id{};
    std::string_view counterparty_name{};
    std::string_view text{};   ///< of the communication
    bool is_sent_back = false; ///< the bank marks it as an R-transaction
};

/// True if an EndToEndId says which payment it is: banks write NOTPROVIDED for none.
[[nodiscard]] bool names_payment(std::string_view end_to_end_id);

/// A payment line that was exported to the bank. One that the bank rejected may still be debited:
/// what stands on a statement is what happened.
struct Order {
    enum class State { exported, executed, returned, rejected };

    Run_line_id id;
    std::string end_to_end_id;    ///< unique among the orders of an account
    std::string account;          ///< id of the debtor account in the dossier
    Money amount = Money::zero(); ///< positive
    Iban payee;
    Date execution_date; ///< as it was asked of the bank, which executes it then or later
    party::Remittance communication{};
    State state = State::exported;
};

/// Something expected, with what was already booked against it.
struct Expected {
    budget::Occurrence occurrence;
    Money paid = Money::zero(); ///< in the direction of the occurrence, returns taken off
    int window_days = 10;       ///< as the function of that name says for its rhythm
};

struct Own_account {
    std::string account; ///< id in the dossier
    Iban iban;
};

/// Credits are income, debits are expenses; no money moves in neither direction.
[[nodiscard]] bool flows(dossier::Direction direction, Money amount);

/// What is still to come of it; below zero if more was booked.
[[nodiscard]] Money open_amount(const Expected& expected);

/// Something was booked, and no more than the margin is lacking.
[[nodiscard]] bool is_settled(const Expected& expected);

/// The amount is what is open, give or take the margin.
[[nodiscard]] bool fits_amount(const Expected& expected, Money amount);

/// What led to an explanation, as named values: the text of the movement that the rule looks at
/// (`end_to_end_id`, `iban`, `ogm`, `rf`, `mandate`) or the number of the `rule`, the number of the
/// movement sent back (`original`), the EndToEndId of an `order` that it does not name, then `days`
/// from the due date (of an order `days_after_execution`) and the `difference` to what was open.
[[nodiscard]] Params facts_used(const Facts& facts, Rule rule, const Grounds& grounds);

} // namespace saldo::reconcile
