#include "app/arrears.hpp"

#include "app/arrears_records.hpp"
#include "app/codes.hpp"
#include "app/position.hpp"

#include <algorithm>
#include <tuple>

namespace saldo::app {

namespace {

using arrears::Case;

/// Its newest version, to go on from.
Result<Case> newest_case(Unit_of_work& work, std::string_view number) {
    const auto row = record_on(work, arrears_case_kind, number, end_of_time());
    return row ? Result<Case>(arrears::read_kept_case(row->text))
               : refuse(case_unknown, {{"case", std::string(number)}});
}

/// The same, to say something of its dossier.
Result<Case> open_case(Unit_of_work& work, std::string_view number, std::string_view reason) {
    auto found = newest_case(work, number);
    const Params params{{"case", std::string(number)}};
    if (found && found->closed) {
        return refuse(case_closed, params);
    }
    if (found && reason.empty()) {
        return refuse(reason_missing, params);
    }
    return found;
}

Case_row kept_row(Desk& desk, const Case& tenant_case) {
    keep_case(desk, tenant_case);
    const Date on = desk.actor().as_of;
    return case_row(desk.work(), tenant_case, landlord_names(desk.work(), on), on);
}

bool is_due_on(const Case_row& row, Date on) {
    const auto days = row.days_late(on);
    return days && *days >= 0;
}

} // namespace

std::optional<std::int32_t> Case_row::days_late(Date on) const {
    const arrears::Case_step* next = arrears::next_step(tenant_case);
    return next == nullptr ? std::nullopt : std::optional(calendar::days_between(next->due, on));
}

std::vector<Case_row> arrears_cases(Unit_of_work& work, const Case_filter& filter, Date on) {
    std::vector<Case_row> rows;
    const Landlord_names names = landlord_names(work, on);
    for (Case& each : kept_cases(work, filter.landlord, on)) {
        if (each.closed && !filter.with_closed) {
            continue;
        }
        Case_row row = case_row(work, std::move(each), names, on);
        if (!filter.only_due || is_due_on(row, on)) {
            rows.push_back(std::move(row));
        }
    }
    const auto order = [](const Case_row& row) {
        const arrears::Case_step* next = arrears::next_step(row.tenant_case);
        return std::tuple(std::string_view(row.tenant_case.landlord),
                          next == nullptr ? end_of_time() : next->due,
                          std::string_view(row.tenant_case.number));
    };
    std::ranges::sort(rows,
                      [&](const Case_row& a, const Case_row& b) { return order(a) < order(b); });
    return rows;
}

Result<Case_row> find_case(Unit_of_work& work, std::string_view number, Date on) {
    const auto row = record_on(work, arrears_case_kind, number, on);
    return row ? Result<Case_row>(case_row(work, arrears::read_kept_case(row->text),
                                           landlord_names(work, on), on))
               : refuse(case_unknown, {{"case", std::string(number)}});
}

Result<Case_row>
link_case(Desk& desk, std::string_view number, std::string_view dossier, std::string_view reason) {
    auto found = open_case(desk.work(), number, reason);
    if (!found) {
        return refuse(found.error());
    }
    if (const auto known = find_dossier(desk.work(), dossier); !known) {
        return refuse(known.error());
    }
    if (found->link && found->link->dossier != dossier) {
        return refuse(case_linked, {{"case", found->number}, {"dossier", found->link->dossier}});
    }
    const Date on = desk.actor().as_of;
    found->link = arrears::Link{std::string(dossier), arrears::Link_by::person, on,
                                desk.actor().user, std::string(reason)};
    found->candidates.clear();
    std::erase_if(found->not_linked,
                  [&](const arrears::Not_linked& said) { return said.dossier == dossier; });
    return kept_row(desk, *found);
}

Result<Case_row> unlink_case(Desk& desk,
                             std::string_view number,
                             std::string_view dossier,
                             std::string_view reason) {
    auto found = open_case(desk.work(), number, reason);
    if (!found) {
        return refuse(found.error());
    }
    const bool was_linked = found->link && found->link->dossier == dossier;
    const auto proposed = std::erase_if(
        found->candidates, [&](const arrears::Candidate& each) { return each.dossier == dossier; });
    if (!was_linked && proposed == 0) {
        return refuse(case_not_his, {{"case", found->number}, {"dossier", std::string(dossier)}});
    }
    if (was_linked) {
        found->link.reset();
    }
    found->not_linked.push_back(
        {std::string(dossier), desk.actor().as_of, desk.actor().user, std::string(reason)});
    return kept_row(desk, *found);
}

Result<Case_row> do_step(Desk& desk, const Step_request& request) {
    auto found = newest_case(desk.work(), request.number);
    if (!found) {
        return refuse(found.error());
    }
    Params params{{"case", request.number}, {"step", request.step}};
    auto& steps = found->steps;
    const auto is_it = [&](const arrears::Case_step& step) { return step.step == request.step; };
    if (std::ranges::none_of(steps, is_it)) {
        return refuse(step_unknown, std::move(params));
    }
    const auto open = std::find_if(steps.rbegin(), steps.rend(),
                                   [&](const auto& step) { return is_it(step) && !step.done; });
    if (open == steps.rend()) {
        return refuse(step_done, std::move(params));
    }
    const Date date = request.date.value_or(desk.actor().as_of);
    const Date brought = found->standings.at(open->list - 1).as_of;
    if (date > desk.actor().as_of || date < brought) {
        params.push_back({"stated", calendar::format(date)});
        return refuse(step_ahead, std::move(params));
    }
    open->done = arrears::Step_done{date, request.note, desk.actor().user};
    return kept_row(desk, *found);
}

} // namespace saldo::app
