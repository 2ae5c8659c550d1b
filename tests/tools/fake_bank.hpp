#pragma once

#include "payments/pain001/message.hpp"

#include <string>
#include <string_view>
#include <vector>

/// A bank to play with: it knows a few accounts and what happens on them, executes the payment
/// files of an office, and writes monthly statements. Test data only; it is no part of the engine.
namespace fake_bank {

struct Account {
    std::string_view iban;
    std::string_view holder;
    std::string_view description;
    saldo::Money opening = saldo::Money::zero(); ///< before the first movement of the plan
};

/// A movement that comes about without an order of the office.
struct Planned {
    std::string_view iban; ///< of the account
    saldo::Date date;
    saldo::Money amount = saldo::Money::zero(); ///< signed: credits are positive
    std::string_view transaction_code;
    std::string_view counterparty;
    std::string_view counterparty_account;
    std::string_view communication; ///< as the plan writes it
    std::vector<Planned> details;
};

/// Everything the bank knows. The texts are views into the text of the plan.
struct Plan {
    std::vector<Account> accounts;
    std::vector<std::string_view> closed; ///< IBANs: payments to them come back
    std::vector<Planned> movements;
};

/// Reads a plan: its own head says what the rows are. Throws std::runtime_error with the row that
/// is wrong. The text must outlive the plan.
[[nodiscard]] Plan read_plan(std::string_view text);

struct Month {
    int year;
    int month;
};

/// One CODA file with a statement per account, from the last TARGET day of the month before to
/// that of the month. `orders` are all payment files the office ever sent: a transfer leaves on
/// its execution date, and comes back for AC04 (account closed) on the first TARGET day at least
/// two days later where the payee's account is closed.
[[nodiscard]] std::string write_month(const Plan& plan,
                                      Month month,
                                      const std::vector<saldo::payments::pain001::Message>& orders);

} // namespace fake_bank
