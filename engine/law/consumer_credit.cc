#include "law/consumer_credit.hpp"

#include "calendar/rhythm.hpp"
#include "law/checks.hpp"
#include "law/codes.hpp"

#include <algorithm>
#include <iterator>

namespace saldo::law {

namespace {

/// Days of the year over which a late interest is reckoned.
constexpr std::int32_t days_of_year = 365;

/// Since directive (EU) 2023/2225 applies, nobody has shown that the rules are still the same.
void doubt_new_contract(const Figures& figures, Date rules_of, Findings& findings) {
    if (const Figure* directive = figures.find("ccd2.applies", rules_of)) {
        findings.push_back({new_directive,
                            Severity::warning,
                            {},
                            {{"from", calendar::format(directive->in_force.from())}}});
    }
}

Result<Done> check(const Credit_default_request& request) {
    return positive(request.total_payable)
        .and_then([&](Money) { return not_negative(request.arrears); })
        .and_then([&](Money) { return count_not_negative(request.missed); });
}

Result<Done> check(const Credit_claim_request& request) {
    return sum_not_negative(std::array{request.balance, request.cost_due})
        .and_then([&](Money) { return count_not_negative(request.days); })
        .and_then([&](Done) { return rate_not_negative(request.rate); });
}

} // namespace

Result<Credit_default> credit_default(const Figures& figures,
                                      const Credit_default_request& request) {
    if (const auto checked = check(request); !checked) {
        return refuse(checked.error());
    }
    const Date rules_of = request.contract.value_or(request.on);
    Taken taken(figures, rules_of);
    Workings workings(taken);
    const std::int32_t missed = taken.count("vii105.missed_instalments");
    const std::int32_t months = taken.count("vii105.notice_months");
    workings.add_percent("vii105.arrears_pct_total", request.total_payable);
    if (const auto missing = taken.missing()) {
        return refuse(*missing);
    }
    const auto limit = money::scale(
        request.total_payable, taken.percent("vii105.arrears_pct_total"),
        money::Rounding::away_from_zero); // arrears reach the exact limit or this alike
    if (!limit) {
        return refuse(limit.error());
    }
    Credit_default answer{
        false, Default_reason::too_little, {}, workings.steps(), taken.findings()};
    doubt_new_contract(figures, rules_of, answer.findings);
    const bool many = request.missed >= missed;
    if (!many && request.arrears < *limit) {
        return answer;
    }
    if (!request.notice) {
        answer.reason = Default_reason::no_notice;
        return answer;
    }
    answer.triggered_from =
        calendar::due(*request.notice, calendar::Rhythm::monthly, months).plus_days(1);
    answer.triggered = request.on >= *answer.triggered_from;
    answer.reason = !answer.triggered ? Default_reason::notice_runs
                    : many            ? Default_reason::missed_instalments
                                      : Default_reason::arrears_share;
    return answer;
}

Result<Credit_claim> credit_claim(const Figures& figures, const Credit_claim_request& request) {
    if (const auto checked = check(request); !checked) {
        return refuse(checked.error());
    }
    Taken taken(figures, request.contract);
    Workings penalty(taken);
    const Money first = std::min(request.balance, taken.money("vii106.penalty_slice1_max"));
    penalty.add_percent("vii106.penalty_pct_slice1", first);
    penalty.add_percent("vii106.penalty_pct_slice2", request.balance - first);
    const money::Rate coefficient = taken.factor("vii106.late_rate_coefficient");
    const Figure* late = taken.row("vii106.late_rate_coefficient");
    if (const auto missing = taken.missing()) {
        return refuse(*missing);
    }
    Workings interest(taken);
    interest.add_product(*late, request.balance,
                         {request.rate, coefficient, money::Rate::of(request.days, days_of_year)},
                         money::shown_percent(request.rate) + " % × " + late->value + " × " +
                             std::to_string(request.days) + "/" + std::to_string(days_of_year));
    Credit_claim answer{Money::zero(), Money::zero(), Money::zero(), penalty.steps(),
                        taken.findings()};
    std::ranges::copy(interest.steps(), std::back_inserter(answer.steps));
    doubt_new_contract(figures, request.contract, answer.findings);
    if (request.rate.numerator() == 0) {
        answer.findings.push_back({rate_is_zero, Severity::warning, {}, {}});
    }
    return penalty.total()
        .and_then([&](Money amount) {
            answer.penalty = amount;
            return interest.total();
        })
        .and_then([&](Money amount) {
            answer.late_interest = amount;
            return sum_not_negative(
                std::array{request.balance, request.cost_due, answer.penalty, amount});
        })
        .map([&](Money total) {
            answer.total = total;
            return std::move(answer);
        });
}

} // namespace saldo::law
