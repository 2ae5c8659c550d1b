#include "app/policies.hpp"

#include "app/codes.hpp"
#include "app/control_acts.hpp"
#include "app/position.hpp"
#include "base/invariant.hpp"
#include "base/named.hpp"
#include "payments/policy_document.hpp"

#include <algorithm>
#include <array>

namespace saldo::app {

namespace {

using payments::Act;

constexpr std::array policy_states{Named{Policy_state::waiting, "waiting"},
                                   Named{Policy_state::in_force, "in_force"},
                                   Named{Policy_state::replaced, "replaced"}};

payments::Policy kept_policy(const Policy_row& row) {
    auto policy = payments::read_kept_policy(row.text);
    invariant(policy.has_value(), "a policy in the book can be read");
    return *std::move(policy);
}

/// The last that was approved; the end if none was.
auto in_force(const std::vector<Policy_row>& rows) {
    const auto found = std::find_if(rows.rbegin(), rows.rend(),
                                    [](const Policy_row& row) { return row.approved.has_value(); });
    return found == rows.rend() ? rows.end() : std::prev(found.base());
}

Policy_sheet sheet_of(const std::vector<Policy_row>& rows, const Policy_row& row) {
    const auto current = in_force(rows);
    const bool is_newest = row.version == rows.back().version;
    const Policy_state state = current != rows.end() && row.version == current->version
                                   ? Policy_state::in_force
                               : is_newest ? Policy_state::waiting
                                           : Policy_state::replaced;
    return {row, state, kept_policy(row)};
}

void keep_as_known(Desk& desk,
                   const Dossier_row& dossier,
                   payments::Beneficiary beneficiary,
                   std::uint32_t policy) {
    desk.work().beneficiaries().add_known(
        {dossier.id, dossier.number, std::move(beneficiary), policy});
}

/// What was taken over with the dossiers, and what was paid until now.
void keep_what_is_known(Desk& desk, std::uint32_t policy) {
    Unit_of_work& work = desk.work();
    std::vector<std::pair<Dossier_row, std::string>> first_documents;
    work.dossiers().each_version([&](const Dossier_row& row, const Document& document) {
        if (document.version == 1) {
            first_documents.emplace_back(row, document.text);
        }
    });
    for (const auto& [row, text] : first_documents) {
        for (payments::Beneficiary& each : payments::beneficiaries(read_kept(text))) {
            keep_as_known(desk, row, std::move(each), policy);
        }
        for (const payments::Run_line& line :
             work.runs().ordered_lines(row.id, Date::from_days(0))) {
            const budget::Occurrence& occurrence = line.proposal.occurrence;
            if (has_left(line.state) && occurrence.counterparty.iban) {
                keep_as_known(
                    desk, row,
                    {payments::beneficiary_key(occurrence.subject), *occurrence.counterparty.iban},
                    policy);
            }
        }
    }
}

std::vector<Known_beneficiary_row> known_since(Unit_of_work& work, std::uint32_t policy) {
    std::vector<Known_beneficiary_row> rows = work.beneficiaries().known();
    std::erase_if(rows, [&](const Known_beneficiary_row& row) { return row.policy != policy; });
    return rows;
}

} // namespace

std::string_view name(Policy_state state) {
    return name_in(policy_states, state);
}

std::vector<Policy_sheet> policies(Unit_of_work& work) {
    const std::vector<Policy_row> rows = work.policies().all();
    std::vector<Policy_sheet> sheets;
    for (const Policy_row& row : rows) {
        sheets.push_back(sheet_of(rows, row));
    }
    return sheets;
}

Result<Policy_sheet> find_policy(Unit_of_work& work, std::optional<std::uint32_t> version) {
    const std::vector<Policy_row> rows = work.policies().all();
    if (rows.empty()) {
        return refuse(policy_missing);
    }
    const auto current = in_force(rows);
    const std::uint32_t wanted =
        version.value_or(current == rows.end() ? rows.back().version : current->version);
    const auto found = std::ranges::find(rows, wanted, &Policy_row::version);
    if (found == rows.end()) {
        return refuse(policy_unknown, {{"version", std::to_string(wanted)}});
    }
    return sheet_of(rows, *found);
}

std::optional<payments::Policy> policy_in_force(Unit_of_work& work) {
    const std::vector<Policy_row> rows = work.policies().all();
    const auto current = in_force(rows);
    return current == rows.end() ? std::nullopt : std::optional(kept_policy(*current));
}

Result<Done> check_right(Desk& desk, Act act) {
    const auto policy = policy_in_force(desk.work());
    if (policy && !may(*policy, desk.actor().user, act)) {
        return refuse(not_allowed, {{"user", desk.actor().user}, {"act", std::string(name(act))}});
    }
    return Done();
}

Result<Policy_sheet> load_policy(Desk& desk, std::string_view document) {
    if (const auto allowed = check_right(desk, Act::policy); !allowed) {
        return refuse(allowed.error());
    }
    auto policy = payments::read_policy(document);
    if (!policy) {
        return refuse(std::move(policy).error());
    }
    std::vector<Policy_row> rows = desk.work().policies().all();
    Policy_row row{1, payments::write_policy(*policy), desk.actor(), {}};
    if (!rows.empty() && rows.back().text == row.text) {
        return sheet_of(rows, rows.back());
    }
    row.version = rows.empty() ? 1 : rows.back().version + 1;
    desk.work().policies().add(row);
    record(desk, policy_loaded(row));
    rows.push_back(row);
    return sheet_of(rows, row);
}

Result<Policy_sheet> approve_policy(Desk& desk, std::uint32_t version) {
    if (const auto allowed = check_right(desk, Act::policy); !allowed) {
        return refuse(allowed.error());
    }
    std::vector<Policy_row> rows = desk.work().policies().all();
    const auto row = std::ranges::find(rows, version, &Policy_row::version);
    const Params params{{"version", std::to_string(version)}};
    if (row == rows.end()) {
        return refuse(policy_unknown, params);
    }
    if (row->approved) {
        return refuse(policy_approved, params);
    }
    if (row->version != rows.back().version) {
        return refuse(policy_not_newest, {{"version", std::to_string(version)},
                                          {"newest", std::to_string(rows.back().version)}});
    }
    if (row->actor.user == desk.actor().user) {
        return refuse(second_person_needed, {{"user", row->actor.user}});
    }
    const auto before = policy_in_force(desk.work());
    row->approved = desk.actor();
    desk.work().policies().approve(version, desk.actor());
    const bool asks_now = kept_policy(*row).controls.new_beneficiary;
    if (asks_now && !(before && before->controls.new_beneficiary)) {
        keep_what_is_known(desk, version);
    }
    record(desk, policy_approved_act(*row, known_since(desk.work(), version)));
    return sheet_of(rows, *row);
}

} // namespace saldo::app
