#include "plans/remarks.hpp"

#include "law/codes.hpp"
#include "plans/codes.hpp"

namespace saldo::plans {

void Remarks::once(Code code, const std::string& creditor, Date day, Params params) {
    if (!told_.emplace(code.text, creditor).second) {
        return;
    }
    params.push_back({"date", calendar::format(day)});
    findings_.push_back({code, Severity::warning, {{}, 0, creditor}, std::move(params)});
}

void Remarks::stop(Code code, const std::string& creditor, Params params) {
    findings_.push_back({code, Severity::error, {{}, 0, creditor}, std::move(params)});
}

void Remarks::see(const Dated_rate& rate, const std::string& creditor, Date since) {
    if (rate.figure.empty()) {
        once(rate_supposed, creditor, since, {{"stated", format(rate.rate)}});
    } else if (law::is_unverified(rate.status)) {
        once(law::unverified, creditor, since,
             {{"figure", rate.figure},
              {"from", calendar::format(rate.in_force.from())},
              {"status", std::string(name_in(law::status_names, rate.status))}});
    }
}

void Remarks::see(const Share& share, const std::string& creditor, Date day) {
    const bool is_meant = share.basis == Basis::zero || share.basis == Basis::frozen;
    if (share.amount < share.interest_added && !share.balance.is_zero() && !is_meant) {
        once(below_interest, creditor, day,
             {{"stated", format(share.amount)}, {"computed", format(share.interest_added)}});
    }
}

void Remarks::see(const Month& month, const Terms& terms, const Plan& plan) {
    if (!plan.account) {
        return;
    }
    const Account& account = *plan.account;
    if (month.account.is_negative()) {
        once(account_short, {}, month.date, {{"computed", format(month.account)}});
    }
    if (account.living_money_least && terms.living_money < *account.living_money_least) {
        once(below_living_money, {}, month.date,
             {{"stated", format(*account.living_money_least)},
              {"computed", format(terms.living_money)}});
    }
    if (account.reference_budget && terms.income) {
        const Money left = *terms.income - month.paid;
        if (left < *account.reference_budget) {
            once(below_reference, {}, month.date,
                 {{"stated", format(*account.reference_budget)}, {"computed", format(left)}});
        }
    }
}

Findings Remarks::of(const Plan& plan, const Schedule& schedule, bool ends) && {
    const std::size_t months = schedule.months.size();
    if (!ends && months > 0 && !has_errors(findings_)) {
        once(never_ends, {}, schedule.months.back().date,
             {{"months", std::to_string(months)}, {"open", format(schedule.months.back().open)}});
    }
    if (plan.term && months > static_cast<std::size_t>(*plan.term)) {
        once(beyond_term, {}, schedule.months.back().date,
             {{"stated", std::to_string(*plan.term)}, {"computed", std::to_string(months)}});
    }
    return std::move(findings_);
}

} // namespace saldo::plans
