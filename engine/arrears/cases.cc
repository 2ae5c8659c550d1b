#include "arrears/cases.hpp"

#include "arrears/directory.hpp"

#include <algorithm>
#include <map>

namespace saldo::arrears {

namespace {

/// Alone it says whose dossier it is.
bool is_sure(const Candidate& candidate) {
    return candidate.by == Link_by::national_number || candidate.by == Link_by::iban;
}

bool said_by_person(const Link& link) {
    return link.by == Link_by::person || link.by == Link_by::tenant;
}

/// Landlords give the number of one tenant to the next. What was said of the dossier of the one is
/// then a question again.
void forget_other_tenant(const Tenant& now, Case& tenant_case) {
    const Tenant& before = tenant_case.tenant;
    const bool is_same = name_words(before.name) == name_words(now.name) ||
                         (now.national_number && before.national_number == now.national_number);
    if (is_same) {
        return;
    }
    tenant_case.not_linked.clear();
    tenant_case.candidates.clear();
    if (tenant_case.link && said_by_person(*tenant_case.link)) {
        tenant_case.candidates.push_back({tenant_case.link->dossier, Link_by::tenant});
    }
    tenant_case.link.reset();
}

/// What persons said of the dossier of the tenant's last case.
void take_over(const Case& last, Date date, Case& fresh) {
    Case known = last;
    forget_other_tenant(fresh.tenant, known);
    fresh.not_linked = known.not_linked;
    std::erase_if(known.candidates,
                  [](const Candidate& each) { return each.by != Link_by::tenant; });
    fresh.candidates = known.candidates;
    if (known.link && said_by_person(*known.link)) {
        fresh.link = known.link;
        fresh.link->by = Link_by::tenant;
        fresh.link->date = date;
    }
}

void stand(const List& list, const List_row& row, const Procedure& procedure, Case& tenant_case) {
    forget_other_tenant(row.tenant, tenant_case);
    tenant_case.tenant = row.tenant;
    tenant_case.standings.push_back({list.as_of, row.rent, row.arrears});
    const std::size_t count = tenant_case.standings.size();
    for (const Procedure_step& step : steps_of(procedure, count)) {
        tenant_case.steps.push_back({step.key, step.name, step.who,
                                     static_cast<std::uint32_t>(count),
                                     list.as_of.plus_days(step.days)});
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
    std::erase_if(tenant_case.candidates,
                  [](const Candidate& each) { return each.by != Link_by::tenant; });
    for (const Candidate& each : found) {
        std::erase_if(tenant_case.candidates,
                      [&](const Candidate& before) { return before.dossier == each.dossier; });
        tenant_case.candidates.push_back(each);
    }
    std::ranges::sort(tenant_case.candidates, {}, &Candidate::dossier);
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
