#include "app/forecast_dossier.hpp"

#include "app/position.hpp"
#include "calendar/range.hpp"
#include "payments/due_lines.hpp"

namespace saldo::app {

namespace {

payments::Open_order open_order(const payments::Run_line& line, bool has_left) {
    const budget::Occurrence& occurrence = line.proposal.occurrence;
    return {.subject = occurrence.subject,
            .account = occurrence.account,
            .pot = occurrence.pot,
            .due = occurrence.due,
            .execution_date = line.proposal.execution_date,
            .amount = line.proposal.amount,
            .payee = occurrence.counterparty.name,
            .has_left = has_left};
}

/// Payments in runs that wait, and those that the bank has and no statement tells of.
std::vector<payments::Open_order> open_orders(Unit_of_work& work,
                                              Dossier_id dossier,
                                              const std::vector<payments::Run_line>& waiting) {
    std::vector<payments::Open_order> orders;
    const Date never = Date::from_days(500'000); // of what was answered nothing is asked
    for (const payments::Run_line& line : work.runs().ordered_lines(dossier, never)) {
        orders.push_back(open_order(line, true));
    }
    for (const payments::Run_line& line : waiting) {
        orders.push_back(open_order(line, false));
    }
    return orders;
}

} // namespace

Result<Dossier_forecast> forecast_dossier(Unit_of_work& work, const Forecast_request& request) {
    const auto row = find_dossier(work, request.dossier);
    if (!row) {
        return refuse(row.error());
    }
    const dossier::Dossier dossier = load_dossier(work, row->id);
    payments::Terms terms{.as_of = request.as_of,
                          .through = request.through.value_or(payments::month_ahead(request.as_of)),
                          .at = request.at};
    if (auto days = calendar::Date_range::through(terms.as_of, terms.through); !days) {
        return refuse(std::move(days).error());
    }
    for (const std::string& line : request.without) {
        auto subject = income_subject(dossier, line);
        if (!subject) {
            return refuse(std::move(subject).error());
        }
        terms.without_incomes.push_back(*std::move(subject));
    }
    Dossier_forecast made{
        row->number,
        terms.as_of,
        terms.through,
        payments::forecast(dossier, position_of(work, *row, dossier),
                           open_orders(work, row->id, work.runs().pending_lines(row->id)), terms),
        {}};
    for (const dossier::Account& account : dossier.accounts) {
        if (account.opening) {
            made.ibans.emplace_back(account.iban.text());
        }
    }
    return made;
}

} // namespace saldo::app
