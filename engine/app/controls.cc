#include "app/controls.hpp"

#include "app/codes.hpp"
#include "app/control_acts.hpp"
#include "app/control_facts.hpp"
#include "app/policies.hpp"
#include "base/invariant.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <map>

namespace saldo::app {

namespace {

using payments::Run_state;

bool has_left(const payments::Run& run) {
    return run.state != Run_state::prepared && run.state != Run_state::approved;
}

const payments::Run_line* line_at(const Run_sheet& sheet, std::uint32_t position) {
    const auto found = std::ranges::find(sheet.lines, position, &payments::Run_line::position);
    return found == sheet.lines.end() ? nullptr : &*found;
}

/// The last override that covers the finding.
std::optional<Override_row> cover_of(const payments::Control_finding& finding,
                                     const std::vector<Override_row>& overrides) {
    const auto covers = [&](const Override_row& row) {
        return row.finding.line == finding.line && row.finding.control == finding.control &&
               excess(finding) <= excess(row.finding);
    };
    const auto found = std::find_if(overrides.rbegin(), overrides.rend(), covers);
    return found == overrides.rend() ? std::nullopt : std::optional(*found);
}

} // namespace

std::vector<Control_row> controls_of(Unit_of_work& work, const Run_sheet& sheet) {
    std::vector<Control_row> rows;
    const std::vector<Override_row> overrides = work.overrides().all(sheet.run.id);
    if (has_left(sheet.run)) {
        for (const Override_row& row : overrides) {
            rows.push_back({row.finding, row});
        }
        std::ranges::stable_sort(rows, {}, [](const Control_row& row) {
            return std::pair(row.finding.line, row.finding.control);
        });
        return rows;
    }
    const auto policy = policy_in_force(work);
    if (!policy) {
        return rows;
    }
    const payments::Control_facts facts = control_facts(work, sheet, policy->controls);
    for (payments::Control_finding& finding : payments::control(*policy, sheet.lines, facts)) {
        auto cover = cover_of(finding, overrides);
        rows.push_back({std::move(finding), std::move(cover)});
    }
    return rows;
}

Result<Done> check_controls(Unit_of_work& work, const Run_sheet& sheet) {
    Findings unmet;
    for (const Control_row& row : controls_of(work, sheet)) {
        if (!row.overridden) {
            const payments::Run_line* line = line_at(sheet, row.finding.line);
            invariant(line != nullptr, "a control speaks of a line of the run");
            unmet.push_back(finding_of(row.finding, *line));
        }
    }
    return unmet.empty() ? Result<Done>(Done()) : refuse(Refusal(std::move(unmet)));
}

Result<Run_sheet> override_control(Desk& desk, const Override_request& request) {
    if (const auto allowed = check_right(desk, payments::Act::override_control); !allowed) {
        return refuse(allowed.error());
    }
    auto sheet = find_run(desk.work(), request.run);
    if (!sheet) {
        return sheet;
    }
    const payments::Run& run = sheet->run;
    if (has_left(run)) {
        return refuse(run_state_wrong,
                      {{"run", run.number}, {"stated", std::string(name(run.state))}});
    }
    const std::string& user = desk.actor().user;
    if (user == run.prepared_by || user == run.approved_by) {
        return refuse(maker_overrides, {{"run", run.number}, {"user", user}});
    }
    if (text::trim(request.reason).empty()) {
        return refuse(reason_missing);
    }
    const payments::Run_line* line = line_at(*sheet, request.line);
    const Params params{{"run", run.number},
                        {"line", std::to_string(request.line)},
                        {"control", std::string(name(request.control))}};
    if (line == nullptr) {
        return refuse(run_line_unknown, params);
    }
    const std::vector<Control_row> rows = controls_of(desk.work(), *sheet);
    const auto found = std::ranges::find_if(rows, [&](const Control_row& row) {
        return row.finding.line == request.line && row.finding.control == request.control &&
               !row.overridden;
    });
    if (found == rows.end()) {
        return refuse(nothing_to_override, params);
    }
    const Override_row row{run.id,         run.number,     line->id,    line->dossier_number,
                           found->finding, request.reason, desk.actor()};
    desk.work().overrides().add(row);
    record(desk, control_overridden(row));
    return sheet;
}

std::vector<Overridden> overridden_payments(Unit_of_work& work) {
    std::map<Run_id, Run_sheet> sheets;
    for (payments::Run& run : work.runs().all()) {
        const Run_id id = run.id;
        sheets.emplace(id, Run_sheet{std::move(run), {}});
    }
    std::vector<Overridden> list;
    for (Override_row& row : work.overrides().all(std::nullopt)) {
        Run_sheet& sheet = sheets.at(row.run);
        if (sheet.lines.empty()) {
            sheet.lines = work.runs().lines(row.run);
        }
        const payments::Run_line* line = line_at(sheet, row.finding.line);
        invariant(line != nullptr, "what was overridden is a line of the run");
        list.push_back({std::move(row), sheet.run, *line});
    }
    return list;
}

Result<Done> check_approver(Desk& desk, const payments::Run& run) {
    for (const Override_row& row : desk.work().overrides().all(run.id)) {
        if (row.actor.user == desk.actor().user) {
            return refuse(overrider_approves, {{"run", run.number}, {"user", row.actor.user}});
        }
    }
    return Done();
}

} // namespace saldo::app
