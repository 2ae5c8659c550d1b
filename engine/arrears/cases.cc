#include "arrears/cases.hpp"

#include <algorithm>
#include <map>

namespace saldo::arrears {

namespace {

void stand(const List& list, const List_row& row, const Procedure& procedure, Case& tenant_case) {
    tenant_case.tenant = row.tenant;
    tenant_case.standings.push_back({list.as_of, row.rent, row.arrears});
    const std::size_t count = tenant_case.standings.size();
    for (const Procedure_step& step : steps_of(procedure, count)) {
        tenant_case.steps.push_back({step.key, step.name, step.who,
                                     static_cast<std::uint32_t>(count),
                                     list.as_of.plus_days(step.days)});
    }
}

bool is_sure(const Candidate& candidate) {
    return candidate.by != Link_by::birth_date && candidate.by != Link_by::address;
}

/// What persons said of the dossier of the tenant's last case.
void take_over(const Case& last, Date date, Case& fresh) {
    fresh.not_linked = last.not_linked;
    const bool said_by_person = last.link && (last.link->by == Link_by::person || //
                                              last.link->by == Link_by::tenant);
    if (said_by_person) {
        fresh.link = last.link;
        fresh.link->by = Link_by::tenant;
        fresh.link->date = date;
    }
}

} // namespace

const Case_step* next_step(const Case& tenant_case) {
    const auto last = static_cast<std::uint32_t>(tenant_case.standings.size());
    const auto found = std::ranges::find_if(
        tenant_case.steps, [&](const Case_step& step) { return step.list == last && !step.done; });
    return tenant_case.closed || found == tenant_case.steps.end() ? nullptr : &*found;
}

std::optional<Money> growth(const Case& tenant_case) {
    const auto& all = tenant_case.standings;
    return all.size() < 2 ? std::nullopt
                          : std::optional(all.back().arrears - all[all.size() - 2].arrears);
}

std::vector<Followed> follow(const std::vector<Case>& known,
                             const List& list,
                             const Procedure& procedure,
                             const std::function<std::string()>& next_number) {
    std::map<std::string_view, const List_row*> owing;
    for (const List_row& row : list.rows) {
        if (row.arrears.is_positive()) {
            owing.emplace(row.tenant.reference, &row);
        }
    }
    std::vector<Followed> followed;
    std::map<std::string_view, const Case*> last; ///< of each tenant
    for (const Case& each : known) {
        last[each.tenant.reference] = &each;
        if (each.closed) {
            continue;
        }
        Followed next{Outcome::closed, each};
        if (const auto row = owing.find(each.tenant.reference); row != owing.end()) {
            next.outcome = Outcome::escalated;
            stand(list, *row->second, procedure, next.tenant_case);
            owing.erase(row);
        } else {
            next.tenant_case.closed = list.as_of;
        }
        followed.push_back(std::move(next));
    }
    for (const List_row& row : list.rows) {
        if (!owing.contains(row.tenant.reference)) {
            continue;
        }
        Case fresh{.number = next_number(),
                   .landlord = list.landlord,
                   .tenant = row.tenant,
                   .standings = {},
                   .steps = {}};
        if (const auto before = last.find(row.tenant.reference); before != last.end()) {
            take_over(*before->second, list.as_of, fresh);
        }
        stand(list, row, procedure, fresh);
        followed.push_back({Outcome::opened, std::move(fresh)});
    }
    return followed;
}

void apply(const std::vector<Candidate>& found,
           Date date,
           std::string_view user,
           Case& tenant_case) {
    if (tenant_case.link || tenant_case.closed) {
        return;
    }
    tenant_case.candidates = found;
    std::erase_if(tenant_case.candidates, [&](const Candidate& candidate) {
        return std::ranges::count(tenant_case.not_linked, candidate.dossier, &Not_linked::dossier) >
               0;
    });
    std::vector<Candidate>& candidates = tenant_case.candidates;
    if (std::ranges::count_if(candidates, is_sure) != 1) {
        return;
    }
    const auto sure = std::ranges::find_if(candidates, is_sure);
    tenant_case.link = Link{sure->dossier, sure->by, date, std::string(user), {}};
    candidates.clear();
}

} // namespace saldo::arrears
