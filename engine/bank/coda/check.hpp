#pragma once

#include "bank/report.hpp"
#include "bank/statement.hpp"

namespace saldo::bank::coda {

/// Sums over the movements of a statement, and the lines to name when they do not hold.
struct Sums {
    Amount_sum debit; ///< not negative
    Amount_sum credit;
    std::uint64_t new_balance_line = 0; ///< 0 if there is no record 8
    std::uint64_t trailer_line = 0;
};

/// Totals of the trailer, and old balance + credits - debits = new balance, to three decimals:
/// bank.debit_total_mismatch, bank.credit_total_mismatch, bank.balance_mismatch, all errors. A
/// partial statement that states no balance at all has nothing to check.
void check_sums(const Statement& statement, const Sums& sums, Report& report);

/// The details of each movement (without those of type 9) add up to it, and those of type 9 to
/// the detail of type 7 before them: bank.details_mismatch, a warning at the movement.
void check_details(const Statement& statement, Report& report);

/// Booking dates lie between the dates of the balances: bank.date_outside_period, a warning.
/// `earliest` and `latest` of all movements spare the walk where nothing is wrong.
void check_booking_dates(const Statement& statement, Date earliest, Date latest, Report& report);

} // namespace saldo::bank::coda
