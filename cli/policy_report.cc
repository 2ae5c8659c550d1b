#include "cli/policy_report.hpp"

#include "base/digest.hpp"

namespace saldo::cli {

namespace {

using namespace render;

using payments::Controls;
using payments::Policy;

Cell user_of(const std::optional<ledger::Actor>& actor) {
    return actor ? Cell(Text{actor->user}) : Cell(Absent{});
}

Cell day_of(const std::optional<ledger::Actor>& actor) {
    return actor ? Cell(actor->as_of) : Cell(Absent{});
}

Cell cell_of(std::size_t count) {
    return Count{static_cast<std::int64_t>(count)};
}

/// One row for each person or role that may do an act.
Table rights_table(const Policy& policy) {
    Table table{"rights", {{"act"}, {"role"}, {"person"}}, {}, not_in_csv};
    const auto add = [&](payments::Act act, std::string_view role, const std::string& user) {
        table.rows.push_back(
            {{Term{"act", std::string(name(act))}, filled<Text>(role), Text{user}}});
    };
    for (const payments::Right& right : policy.rights) {
        for (const std::string& user : right.users) {
            add(right.act, "", user);
        }
        for (const std::string& wanted : right.roles) {
            for (const payments::Role& role : policy.roles) {
                for (const std::string& user : role.users) {
                    if (role.role == wanted) {
                        add(right.act, role.role, user);
                    }
                }
            }
        }
    }
    return table;
}

/// One row for each control that is made, with its figures.
Table controls_table(const Policy& policy) {
    Table table{"policy_controls",
                {{"control"}, {"limit"}, {"margin_share"}, {"known_from"}, {"savings"}},
                {}};
    const auto add = [&](payments::Control control, Cell amount, Cell share = {}, Cell count = {},
                         Cell savings = {}) {
        table.rows.push_back({{Term{"control", std::string(name(control))}, std::move(amount),
                               std::move(share), std::move(count), std::move(savings)}});
    };
    const Controls& controls = policy.controls;
    if (controls.above_plan) {
        const auto& share = controls.above_plan->margin_share;
        add(payments::Control::above_plan, controls.above_plan->margin,
            share ? Cell(Text{money::format(*share)}) : Cell(Absent{}));
    }
    if (controls.ceiling) {
        add(payments::Control::ceiling, *controls.ceiling);
    }
    if (controls.closing_balance) {
        add(payments::Control::closing_balance, *controls.closing_balance);
    }
    if (controls.savings_withdrawal) {
        add(payments::Control::savings_withdrawal, {}, {}, {},
            Term{"savings", std::string(name(*controls.savings_withdrawal))});
    }
    if (!controls.staff_accounts.empty()) {
        add(payments::Control::staff_account, {});
    }
    if (controls.known_from) {
        add(payments::Control::shared_payee, {}, {}, cell_of(*controls.known_from));
    }
    if (controls.new_beneficiary) {
        add(payments::Control::new_beneficiary, {});
    }
    return table;
}

Table staff_table(const Policy& policy) {
    Table table{"staff_accounts", {{"person"}, {"iban"}}, {}, not_in_csv};
    for (const payments::Staff_account& each : policy.controls.staff_accounts) {
        table.rows.push_back({{Text{each.user}, Account_number{std::string(each.iban.text())}}});
    }
    return table;
}

Table payees_table(const Policy& policy) {
    Table table{"known_payees", {{"name"}, {"iban"}}, {}, not_in_csv};
    for (const payments::Known_payee& each : policy.known_payees) {
        table.rows.push_back({{Text{each.name}, Account_number{std::string(each.iban.text())}}});
    }
    return table;
}

Table versions_table(app::Unit_of_work& work) {
    Table table{
        "versions",
        {{"version"}, {"state"}, {"loaded_by"}, {"loaded_on"}, {"approved_by"}, {"approved_on"}},
        {},
        not_in_csv};
    for (const app::Policy_sheet& each : app::policies(work)) {
        table.rows.push_back(
            {{Count{each.row.version}, Term{"policy_state", std::string(name(each.state))},
              Text{each.row.actor.user}, each.row.actor.as_of, user_of(each.row.approved),
              day_of(each.row.approved)}});
    }
    return table;
}

} // namespace

Report report_of(app::Unit_of_work& work, const app::Policy_sheet& sheet) {
    const Policy& policy = sheet.policy;
    return {.facts = {{"version", Count{sheet.row.version}},
                      {"state", Term{"policy_state", std::string(name(sheet.state))}, not_in_csv},
                      {"name", Text{policy.name}, not_in_csv},
                      {"sha256", Text{to_hex(sha256(sheet.row.text))}, not_in_csv},
                      {"signed_approvals", policy.signed_approvals, not_in_csv}},
            .tables = {rights_table(policy), controls_table(policy), staff_table(policy),
                       payees_table(policy), versions_table(work)},
            .parts = {}};
}

} // namespace saldo::cli
