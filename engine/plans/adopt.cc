#include "plans/adopt.hpp"

#include "claims/status.hpp"
#include "dossier/names.hpp"
#include "plans/codes.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace saldo::plans {

namespace {

using dossier::Adopted_plan;
using dossier::Claim;
using dossier::Dossier;
using dossier::Plan_instalment;

/// The days between which a plan pays a claim.
struct Span {
    Date first;
    Date last;
};

std::map<std::string, Span> spans_of(const Adopted_plan& plan) {
    std::map<std::string, Span> spans;
    for (const Plan_instalment& each : plan.instalments) {
        Span& span = spans.try_emplace(each.claim, Span{each.due, each.due}).first->second;
        span = {std::min(span.first, each.due), std::max(span.last, each.due)};
    }
    return spans;
}

std::string text_of(const Span& span) {
    return format(span.first) + "/" + format(span.last);
}

/// Gathers why a plan cannot be adopted.
class Adoption_check {
public:
    Adoption_check(const Dossier& dossier, const Adopted_plan& plan)
        : dossier_(dossier), plan_(plan), spans_(spans_of(plan)) {}

    Findings run(const Schedule& schedule) {
        for (const Result_of_creditor& creditor : schedule.creditors) {
            check(creditor.id);
        }
        if (plan_.instalments.empty()) {
            add(nothing_promised, {{"dossier", dossier_.number}});
            return std::move(findings_);
        }
        const Date first = plan_.instalments.front().due;
        if (first <= plan_.adopted) {
            add(due_not_ahead, {{"dossier", dossier_.number},
                                {"claim", plan_.instalments.front().claim},
                                {"stated", format(first)},
                                {"computed", format(plan_.adopted.plus_days(1))}});
        }
        return std::move(findings_);
    }

private:
    void check(const std::string& id) {
        const Claim* claim = find_claim(dossier_, id);
        if (claim == nullptr) {
            add(claim_unknown, {{"dossier", dossier_.number}, {"claim", id}});
            return;
        }
        const auto status = claims::status_on(*claim, plan_.adopted);
        if (status != dossier::Claim_status::in_plan &&
            claims::move_between(status, dossier::Claim_status::in_plan) != claims::Move::free) {
            add(claim_status_wrong, {{"dossier", dossier_.number},
                                     {"claim", id},
                                     {"stated", "in_plan"},
                                     {"computed", std::string(dossier::name(status))}});
        }
        const auto span = spans_.find(id);
        if (span == spans_.end()) {
            return; // it is offered nothing
        }
        for (const Adopted_plan& other : dossier_.plans) {
            if (!other.ended && spans_of(other).contains(id)) {
                add(claim_in_plan, {{"dossier", dossier_.number},
                                    {"claim", id},
                                    {"stated", plan_.id},
                                    {"computed", other.id}});
            }
        }
        check_instalment(*claim, id, span->second);
    }

    void check_instalment(const Claim& claim, const std::string& id, const Span& span) {
        if (!claim.instalment) {
            return;
        }
        const calendar::Date_range& period = claim.instalment->schedule.period;
        if (period.from() <= span.last && (!period.last() || *period.last() >= span.first)) {
            const std::string last = period.last() ? format(*period.last()) : std::string("..");
            add(claim_has_instalment, {{"dossier", dossier_.number},
                                       {"claim", id},
                                       {"stated", text_of(span)},
                                       {"computed", format(period.from()) + "/" + last}});
        }
    }

    void add(Code code, Params params) {
        findings_.push_back({code, Severity::error, {}, std::move(params)});
    }

    const Dossier& dossier_;
    const Adopted_plan& plan_;
    std::map<std::string, Span> spans_;
    Findings findings_;
};

} // namespace

std::vector<Plan_instalment> instalments_of(const Schedule& schedule) {
    std::vector<Plan_instalment> instalments;
    for (const Month& month : schedule.months) {
        for (const Share& share : month.shares) {
            if (share.amount.is_positive()) {
                instalments.push_back(
                    {schedule.creditors[share.creditor].id, month.date, share.amount});
            }
        }
    }
    std::ranges::sort(instalments, [](const Plan_instalment& a, const Plan_instalment& b) {
        return std::tie(a.due, a.claim) < std::tie(b.due, b.claim);
    });
    return instalments;
}

std::set<std::string> claims_of(const Adopted_plan& plan) {
    std::set<std::string> claims;
    for (const Plan_instalment& each : plan.instalments) {
        claims.insert(each.claim);
    }
    return claims;
}

Promise promise_of(const Adopted_plan& plan) {
    Promise promise;
    std::set<Date> days;
    for (const Plan_instalment& each : plan.instalments) {
        days.insert(each.due);
        promise.total += each.amount;
        promise.creditors.insert(each.claim.substr(0, each.claim.find('/')));
    }
    promise.months = days.size();
    return promise;
}

Findings
check_adoption(const Dossier& dossier, const Adopted_plan& plan, const Schedule& schedule) {
    return Adoption_check(dossier, plan).run(schedule);
}

} // namespace saldo::plans
