#include "claims/accrual.hpp"

#include "base/invariant.hpp"

#include <algorithm>

namespace saldo::claims {

namespace {

std::variant<law::Legal_rate, money::Rate> rate_of(const dossier::Interest_rule& rule) {
    switch (rule.source) {
    case dossier::Interest_source::civil:
        return law::Legal_rate::civil;
    case dossier::Interest_source::commercial:
        return law::Legal_rate::commercial;
    case dossier::Interest_source::agreed:
        invariant(rule.rate.has_value(), "an agreed rate is stated");
        return rule.rate->value;
    }
    broken_contract("every source of a rate is known", __FILE__, __LINE__);
}

} // namespace

Accrual::Accrual(const law::Figures& figures, const dossier::Claim& claim)
    : figures_(figures), claim_(claim), stops_(claim.interest_stops) {
    std::ranges::sort(stops_, {},
                      [](const dossier::Interest_stop& stop) { return stop.period.from(); });
    if (claim.interest_rule) {
        reckoned_ = claim.interest_rule->from;
    }
}

Result<std::vector<Accrued>> Accrual::through(Date day, Money principal) {
    std::vector<Accrued> steps;
    if (!reckoned_ || day <= *reckoned_) {
        return steps;
    }
    const Date first = reckoned_->plus_days(1);
    reckoned_ = day;
    if (principal.is_zero()) {
        return steps;
    }
    for (const Days& days : bearing(first, day)) {
        if (const auto added = add(days, principal, steps); !added) {
            return refuse(added.error());
        }
    }
    return steps;
}

/// What the stops, which may overlap, leave of these days.
std::vector<Accrual::Days> Accrual::bearing(Date first, Date last) const {
    std::vector<Days> left;
    for (const dossier::Interest_stop& stop : stops_) {
        const std::optional<Date> end = stop.period.last();
        if (stop.period.from() > last || (end && *end < first)) {
            continue;
        }
        if (stop.period.from() > first) {
            left.push_back({first, stop.period.from().plus_days(-1)});
        }
        if (!end || *end >= last) {
            return left;
        }
        first = end->plus_days(1);
    }
    left.push_back({first, last});
    return left;
}

Result<Done> Accrual::add(const Days& days, Money principal, std::vector<Accrued>& steps) {
    const auto answer = law::interest(figures_, {.principal = principal,
                                                 .from = days.first.plus_days(-1),
                                                 .to = days.last,
                                                 .rate = rate_of(*claim_.interest_rule)});
    if (!answer) {
        return refuse(answer.error());
    }
    remember(answer->findings);
    for (std::size_t i = 0; i < answer->steps.size(); ++i) {
        exact_.push_back(answer->products[i]);
        const auto rounded = money::sum(exact_, money::Rounding::half_away);
        if (!rounded) {
            return refuse(rounded.error());
        }
        steps.push_back({principal, answer->steps[i], *rounded - rounded_});
        rounded_ = *rounded;
    }
    return Done();
}

void Accrual::remember(const Findings& findings) {
    for (const Finding& finding : findings) {
        if (std::ranges::find(findings_, finding) == findings_.end()) {
            findings_.push_back(finding);
        }
    }
}

} // namespace saldo::claims
