#include "plans/legal_rates.hpp"

namespace saldo::plans {

namespace {

std::vector<Dated_rate> rates_of(const Creditor& creditor, const law::Figures& figures) {
    std::vector<Dated_rate> rates;
    for (const law::Figure& row : figures.of(law::figure_of(*creditor.legal))) {
        rates.push_back(
            {row.in_force, money::parse_percent(row.value).value(), row.key, row.status});
    }
    const std::optional<Date> last = rates.empty() ? std::nullopt : rates.back().in_force.last();
    if (creditor.rate_after && last) {
        rates.push_back({*calendar::Date_range::through(last->plus_days(1), std::nullopt),
                         *creditor.rate_after});
    }
    return rates;
}

} // namespace

Plan with_legal_rates(Plan plan, const law::Figures& figures) {
    for (Creditor& creditor : plan.creditors) {
        if (creditor.legal) {
            creditor.rates = rates_of(creditor, figures);
        }
    }
    return plan;
}

} // namespace saldo::plans
