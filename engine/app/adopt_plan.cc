#include "app/adopt_plan.hpp"

#include "app/claims.hpp"
#include "app/codes.hpp"
#include "app/import_dossiers.hpp"
#include "app/next_id.hpp"
#include "app/position.hpp"
#include "claims/status.hpp"
#include "plans/adopt.hpp"
#include "plans/codes.hpp"
#include "plans/legal_rates.hpp"
#include "plans/plan_document.hpp"
#include "plans/simulate.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

using dossier::Adopted_plan;
using dossier::Dossier;

/// What a plan says is owed, held against what stands on the claims at its start.
class Balances {
public:
    Balances(Unit_of_work& work, const law::Figures& figures, const Dossier_row& row)
        : work_(work), figures_(figures), row_(row) {}

    void compare(const plans::Plan& plan, Findings& findings) {
        for (const plans::Creditor& creditor : plan.creditors) {
            const Date on = std::max(plan.start, creditor.joins.value_or(plan.start));
            const auto row = claim_on(work_, figures_, row_.number, creditor.id, on);
            Params params{{"dossier", row_.number},
                          {"claim", creditor.id},
                          {"date", calendar::format(on)},
                          {"stated", format(creditor.balance)}};
            if (!row) {
                params.push_back({"reason", std::string(row.error().code().text)});
                add(findings, plans::balance_unknown, std::move(params));
            } else if (const Money owed = row->account->balance.total(); owed != creditor.balance) {
                params.push_back({"computed", format(owed)});
                add(findings, plans::balance_differs, std::move(params));
            }
        }
    }

private:
    static void add(Findings& findings, Code code, Params params) {
        findings.push_back({code, Severity::warning, {}, std::move(params)});
    }

    Unit_of_work& work_;
    const law::Figures& figures_;
    const Dossier_row& row_;
};

void put_into_plan(Dossier& dossier, const Adopted_plan& plan) {
    for (const std::string& id : plans::claims_of(plan)) {
        find_claim(dossier, id)
            ->history.push_back({plan.adopted, dossier::Claim_status::in_plan, plan.id, plan.user});
    }
}

/// Plans of which all is paid do not stand in the way of the next one for the same claims: they are
/// ended. Gives their ids.
std::vector<std::string>
end_paid_plans(Desk& desk, const Dossier_row& row, Dossier& dossier, const Adopted_plan& next) {
    const std::set<std::string> claims = plans::claims_of(next);
    std::vector<std::string> ended;
    for (std::size_t i = 0; i < dossier.plans.size(); ++i) {
        const Adopted_plan& plan = dossier.plans[i];
        const auto of_plan = plans::claims_of(plan);
        const bool meets = std::ranges::any_of(
            of_plan, [&](const std::string& id) { return claims.contains(id); });
        if (plan.ended || !meets) {
            continue;
        }
        const auto standing = plan_on(desk.work(), row.number, plan.id, {desk.actor().as_of});
        if (standing->standing.state == plans::Plan_state::paid) {
            ended.push_back(plan.id);
            end_in(dossier, i,
                   {desk.actor().as_of, std::string(all_paid_reason), desk.actor().user});
        }
    }
    return ended;
}

/// The dossier with the plan in it becomes its next version, and all of it is recorded.
Result<Done> keep(Desk& desk,
                  const Dossier_row& row,
                  Dossier dossier,
                  const Adopted_plan& plan,
                  const std::string& terms,
                  const std::vector<std::string>& ended) {
    desk.work().plan_terms().add({row.id, row.number, plan.id, terms, desk.actor()});
    put_into_plan(dossier, plan);
    dossier.plans.push_back(plan);
    return keep_document(desk, dossier).map([&](Done) {
        for (const std::string& id : ended) {
            desk.record(plan_ended_event, row.number,
                        {{"plan", id}, {"reason", std::string(all_paid_reason)}});
        }
        desk.record(plan_adopted_event, row.number, adoption_facts(plan, plan.terms));
        return Done();
    });
}

} // namespace

Params adoption_facts(const Adopted_plan& plan, std::string sha256) {
    const plans::Promise promise = plans::promise_of(plan);
    return {{"plan", plan.id},
            {"sha256", std::move(sha256)},
            {"months", std::to_string(promise.months)},
            {"total", format(promise.total)},
            {"creditors", std::to_string(promise.creditors.size())}};
}

Result<Adoption>
adopt_plan(Desk& desk, const law::Figures& figures, const Adoption_request& request) {
    auto row = find_dossier(desk.work(), request.dossier);
    if (!row) {
        return refuse(std::move(row).error());
    }
    const auto terms = plans::read_plan(request.terms);
    if (!terms) {
        return refuse(terms.error());
    }
    const plans::Schedule schedule = plans::simulate(plans::with_legal_rates(*terms, figures));
    if (has_errors(schedule.findings)) {
        return refuse(Refusal(schedule.findings));
    }
    Dossier dossier = load_dossier(desk.work(), row->id);
    const std::string text = plans::canonical_text(request.terms);
    Adopted_plan plan{.id = request.id.empty() ? next_id(dossier.plans) : request.id,
                      .name = terms->name,
                      .adopted = desk.actor().as_of,
                      .user = desk.actor().user,
                      .account = request.account,
                      .pot = request.pot,
                      .terms = to_hex(sha256(text)),
                      .instalments = plans::instalments_of(schedule)};
    if (std::ranges::find(dossier.plans, plan.id, &Adopted_plan::id) != dossier.plans.end()) {
        return refuse(plan_exists, {{"dossier", row->number}, {"plan", plan.id}});
    }
    const std::vector<std::string> ended = end_paid_plans(desk, *row, dossier, plan);
    if (Findings faults = plans::check_adoption(dossier, plan, schedule); !faults.empty()) {
        return refuse(Refusal(std::move(faults)));
    }
    Findings findings = schedule.findings;
    Balances(desk.work(), figures, *row).compare(*terms, findings);
    return keep(desk, *row, std::move(dossier), plan, text, ended)
        .and_then(
            [&](Done) { return plan_on(desk.work(), row->number, plan.id, {desk.actor().as_of}); })
        .map([&](Plan_row adopted) {
            return Adoption{std::move(adopted), std::move(findings)};
        });
}

} // namespace saldo::app
