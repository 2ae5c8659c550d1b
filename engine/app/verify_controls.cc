#include "app/verify_controls.hpp"

#include "app/codes.hpp"
#include "app/control_acts.hpp"
#include "app/user_keys.hpp"

#include <algorithm>
#include <tuple>

namespace saldo::app {

namespace {

/// One act as the log and the rows tell it, to be compared.
using Told_act = std::tuple<std::string, std::string, std::string, Date, std::vector<std::string>>;

Told_act
told_act(std::string kind, std::string dossier, std::string user, Date as_of, const Params& facts) {
    std::vector<std::string> texts;
    for (const Param& fact : facts) {
        texts.push_back(fact.name);
        texts.push_back(fact.value);
    }
    return {std::move(kind), std::move(dossier), std::move(user), as_of, std::move(texts)};
}

/// The acts that the rows of the book tell of.
std::vector<Control_act> acts_of_rows(Unit_of_work& work) {
    std::vector<Control_act> acts;
    std::map<std::uint32_t, std::vector<Known_beneficiary_row>> known;
    for (Known_beneficiary_row& row : work.beneficiaries().known()) {
        known[row.policy].push_back(std::move(row));
    }
    for (const Policy_row& row : work.policies().all()) {
        acts.push_back(policy_loaded(row));
        if (row.approved) {
            acts.push_back(policy_approved_act(row, known[row.version]));
        }
    }
    for (const Beneficiary_row& row : work.beneficiaries().all()) {
        acts.push_back(beneficiary_confirmed(row));
        if (row.approved) {
            acts.push_back(beneficiary_approved(row));
        }
    }
    for (const Override_row& row : work.overrides().all(std::nullopt)) {
        acts.push_back(control_overridden(row));
    }
    for (const User_key_row& row : work.user_keys().all()) {
        acts.push_back(user_key_added(row));
        if (row.end) {
            acts.push_back(user_key_ended(row));
        }
    }
    for (const Figures_row& row : work.figures_files().all()) {
        acts.push_back(figures_loaded(row));
    }
    return acts;
}

void verify_acts(Unit_of_work& work, const Logged_controls& logged, Findings& findings) {
    std::vector<Told_act> of_rows;
    for (const Control_act& act : acts_of_rows(work)) {
        of_rows.push_back(
            told_act(act.kind, act.dossier, act.actor.user, act.actor.as_of, act.facts));
    }
    std::vector<Told_act> of_log;
    for (const audit::Event& event : logged.acts) {
        of_log.push_back(told_act(event.kind, event.dossier, event.user, event.as_of, event.facts));
    }
    std::ranges::sort(of_rows);
    std::ranges::sort(of_log);
    std::vector<Told_act> differing;
    std::ranges::set_symmetric_difference(of_rows, of_log, std::back_inserter(differing));
    for (const Told_act& act : differing) {
        findings.push_back({control_act_changed,
                            Severity::error,
                            {},
                            {{"kind", std::get<0>(act)},
                             {"user", std::get<2>(act)},
                             {"as_of", calendar::format(std::get<3>(act))}}});
    }
}

/// Whether the log tells of the signature under the run, or of none.
bool is_as_logged(Unit_of_work& work, const payments::Run& run, const Logged_controls& logged) {
    const auto signature = work.user_keys().signature(run.id);
    const auto event = logged.runs.find(run.number);
    const auto of_event = [&](std::string_view name) {
        return event == logged.runs.end() ? std::string() : audit::fact(event->second, name);
    };
    return of_event("key") == (signature ? to_hex(signature->key) : std::string()) &&
           of_event("signature") == (signature ? to_hex(signature->signature) : std::string());
}

void verify_signatures(Unit_of_work& work, const Logged_controls& logged, Findings& findings) {
    for (const payments::Run& run : work.runs().all()) {
        const bool holds = is_as_logged(work, run, logged) && is_signature_right(work, run);
        if (!holds) {
            findings.push_back({signature_wrong,
                                Severity::error,
                                {},
                                {{"run", run.number}, {"user", run.approved_by}}});
        }
    }
}

} // namespace

void Logged_controls::take(const audit::Event& event) {
    if (is_control_act(event.kind)) {
        acts.push_back(event);
    }
    if (event.kind == "run.approved") {
        runs.insert_or_assign(audit::fact(event, "run"), event);
    }
}

void verify_controls(Unit_of_work& work, const Logged_controls& logged, Findings& findings) {
    verify_acts(work, logged, findings);
    verify_signatures(work, logged, findings);
}

} // namespace saldo::app
