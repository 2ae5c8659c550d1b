#pragma once

#include "payments/proposal.hpp"

#include <optional>
#include <string>
#include <vector>

/// What the accounts of a dossier will hold, day by day, if what is expected comes and what is due
/// is paid.
namespace saldo::payments {

/// A payment that was decided on, and that no statement tells of yet.
struct Open_order {
    std::string subject;
    std::string account; ///< id of the bank account
    std::string pot;     ///< ledger code of the pot that pays or, of a set-aside, gets it
    Date due;
    Date execution_date;
    Money amount = Money::zero();
    std::string payee;
    bool has_left = false; ///< its pot has paid already: the bank has the order
};

enum class Step_kind {
    income,
    income_late,   ///< did not come in time: told, not counted
    income_absent, ///< supposed not to come: told, not counted
    order,         ///< of a run, open
    expense,       ///< due, in no run yet
    collection,    ///< the payee collects it
    set_aside      ///< from the free part into a pot
};

[[nodiscard]] std::string_view name(Step_kind kind);

/// One thing that changes what an account holds, or would.
struct Forecast_step {
    Date day;
    Step_kind kind = Step_kind::expense;
    std::string subject;
    std::string name; ///< what people call it; of an order its payee
    Date due;
    Money amount = Money::zero();  ///< comes in if positive, goes out if negative
    Money balance = Money::zero(); ///< of the bank account after it
    Money free = Money::zero();    ///< of its free part after it
};

/// The least that the free part holds at the end of a day, and the first day on which it does.
struct Lowest {
    Money free = Money::zero();
    Date day;

    friend bool operator==(const Lowest&, const Lowest&) = default;
};

struct Account_forecast {
    std::string account;           ///< id
    Money balance = Money::zero(); ///< at the bank, before the first step
    Money free = Money::zero();
    Money overdraft = Money::zero();     ///< how far below zero the free part may go
    std::optional<Date> next_income;     ///< day of the next one that counts
    std::optional<Lowest> before_income; ///< from `as_of` to the day before; none if it is `as_of`
    Lowest lowest;                       ///< from `as_of` through the last day
    std::vector<Forecast_step> steps;    ///< in order of day: incomes, orders, what is due
};

/// What the free part lacks before the next income, or through the last day where none is expected;
/// zero if it never goes below its overdraft.
[[nodiscard]] Money short_by(const Account_forecast& account);

/// The accounts of the dossier that are managed in the book, in order of its document, from
/// `terms.as_of` to `terms.through` (both included), of which the next income is looked for at
/// least a month ahead. `position` as for propose; the orders are those it counts as pending and
/// those that left.
///
/// What is due is paid on the day a run of `as_of` would pay it, whether there is money or not:
/// the forecast shows what lacks. What is due and not paid yet counts on the first day. Incomes
/// count as in propose, but also pay: they come before all else of their day. What comes in and
/// goes out on days before counts on the first. Not counted is what the client pays himself, and
/// what is out for good.
[[nodiscard]] std::vector<Account_forecast> forecast(const dossier::Dossier& dossier,
                                                     const Position& position,
                                                     const std::vector<Open_order>& orders,
                                                     const Terms& terms);

} // namespace saldo::payments
