#pragma once

#include "law/workings.hpp"

namespace saldo::law {

/// What decides whether a consumer credit may be ended for default.
enum class Default_reason {
    missed_instalments, ///< enough of them were missed
    arrears_share,      ///< the arrears reach their share of all that is payable
    too_little,         ///< neither is reached
    no_notice,          ///< no registered notice was posted
    notice_runs,        ///< the month after the notice is not over
};

inline constexpr std::array default_reason_names{
    Named{Default_reason::missed_instalments, "missed_instalments"},
    Named{Default_reason::arrears_share, "arrears_share"},
    Named{Default_reason::too_little, "too_little"}, Named{Default_reason::no_notice, "no_notice"},
    Named{Default_reason::notice_runs, "notice_runs"}};

struct Credit_default_request {
    Money total_payable;        ///< by the consumer, over the whole credit
    Money arrears;              ///< due and unpaid
    std::int32_t missed = 0;    ///< instalments
    std::optional<Date> notice; ///< day the registered notice was posted; unpaid since
    Date on;
    std::optional<Date> contract; ///< its day says which rules hold, else `on`
};

struct Credit_default {
    bool triggered = false;
    Default_reason reason = Default_reason::too_little;
    std::optional<Date> triggered_from; ///< first day the clause works, once a limit is reached
    std::vector<Step> steps;
    Findings findings;
};

/// Whether a clause that ends a consumer credit or makes all of it due works on the day (WER art.
/// VII.105, 1°): at least two missed instalments or arrears of 20 % of the total amount payable,
/// and nothing paid within one month after a registered notice was posted. Refuses
/// law.amount_not_positive, law.amount_negative, law.count_negative, law.not_in_force and
/// money.out_of_range.
[[nodiscard]] Result<Credit_default> credit_default(const Figures& figures,
                                                    const Credit_default_request& request);

struct Credit_claim_request {
    Money balance;         ///< capital outstanding
    Money cost_due;        ///< cost of the credit, due and unpaid
    money::Rate rate;      ///< debit rate applied last, of a year
    std::int32_t days = 0; ///< for which late interest runs
    Date contract;         ///< its day says which rules hold
};

struct Credit_claim {
    Money penalty;
    Money late_interest;
    Money total; ///< with balance and cost
    std::vector<Step> steps;
    Findings findings;
};

/// The most a lender may claim after ending a consumer credit for default (WER art. VII.106 §1):
/// the balance, the cost due and unpaid, a penalty of 10 % of the balance up to 7,500 euro and 5 %
/// above, and late interest on the balance at 1.10 times the debit rate, over days of a year of
/// 365; both only if agreed. Each is rounded once, a half up. Refuses law.amount_negative,
/// law.count_negative, law.rate_negative, law.not_in_force and money.out_of_range.
[[nodiscard]] Result<Credit_claim> credit_claim(const Figures& figures,
                                                const Credit_claim_request& request);

} // namespace saldo::law
