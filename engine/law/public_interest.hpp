#pragma once

#include "law/public_debt.hpp"
#include "law/workings.hpp"

namespace saldo::law {

struct Public_interest_request {
    Money principal;
    Public_debt kind = Public_debt::income_tax;
    Date due; ///< the last day on which it could be paid in time
    Date to;  ///< the day it is paid, or asked
};

/// Months or days with one rate.
struct Public_interest_step {
    Date from; ///< first day
    Date through;
    std::int32_t count = 0; ///< months of taxes, days of social contributions
    money::Rate rate;       ///< of a year
    std::string figure;
    std::string article;
    std::string result; ///< exact, in euro
};

struct Public_interest {
    Money interest;
    std::vector<Public_interest_step> steps;
    Findings findings;
};

/// Late interest on a tax or a social contribution. On taxes it runs by calendar month: from the
/// first day of the month after the due date through the month of `to`, a twelfth of the yearly
/// rate of each month, on the whole sum (that the sum is rounded down first is in no figure). On
/// social contributions it runs on the days after the due date through `to`, of 365 in a year.
/// Simple, exact, rounded once at the end, a half up. Refuses law.amount_negative,
/// calendar.empty_range when `to` is before the due date, law.not_in_force with the first day that
/// has no rate, and money.out_of_range.
[[nodiscard]] Result<Public_interest> public_interest(const Figures& figures,
                                                      const Public_interest_request& request);

} // namespace saldo::law
