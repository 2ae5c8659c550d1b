#include "cli/plan_report.hpp"

#include "cli/finding_table.hpp"
#include "money/share_on.hpp"
#include "plans/simulate.hpp"

#include <algorithm>

namespace saldo::cli {

namespace {

using namespace render;

using plans::Month;
using plans::Plan;
using plans::Result_of_creditor;
using plans::Schedule;
using plans::Share;

constexpr Shown in_csv{false, true, false};

Cell count_of(std::size_t count) {
    return Count{static_cast<std::int64_t>(count)};
}

Cell strategy_of(const Plan& plan) {
    return Term{"plan_strategy", std::string(name(plan.strategy))};
}

Cell basis_of(const Share& share) {
    return Term{"plan_basis", std::string(name(share.basis))};
}

Money open_of(const Schedule& schedule) {
    Money open = Money::zero();
    for (const Result_of_creditor& creditor : schedule.creditors) {
        open += creditor.open;
    }
    return open;
}

std::vector<Fact> totals_of(const Plan& plan, const Schedule& schedule) {
    const auto& lowest = schedule.lowest;
    const Shown shown_if_known = lowest ? not_in_csv : in_json;
    return {{"strategy", strategy_of(plan), not_in_csv},
            {"start", plan.start, not_in_csv},
            {"ends_on", filled(schedule.ends_on), not_in_csv},
            {"duration", count_of(schedule.months.size()), not_in_csv},
            {"total_paid", schedule.total_paid, not_in_csv},
            {"total_interest", schedule.total_interest, not_in_csv},
            {"total_remitted", schedule.total_remitted, not_in_csv},
            {"total_cost", schedule.total_interest - schedule.total_remitted, not_in_csv},
            {"total_open", open_of(schedule), not_in_csv},
            {"lowest_balance", lowest ? Cell(lowest->balance) : Cell(Absent{}), shown_if_known},
            {"lowest_on", lowest ? Cell(lowest->day) : Cell(Absent{}), shown_if_known},
            {"interest_rule",
             Term{"interest_rule", std::string(plans::interest_rule(plan.interest_on))},
             not_in_csv}};
}

Table creditors_of(const Schedule& schedule) {
    Table table{"plan_creditors",
                {{"id"}, {"balance"}, {"paid"}, {"interest"}, {"remitted"}, {"open"}, {"paid_off"}},
                {},
                not_in_csv};
    for (const Result_of_creditor& each : schedule.creditors) {
        table.rows.push_back({{Text{each.id}, each.balance, each.paid, each.interest, each.remitted,
                               each.open, filled(each.paid_off)}});
    }
    return table;
}

/// Who was paid off, the first before the others.
Table paid_off_of(const Schedule& schedule) {
    std::vector<const Result_of_creditor*> paid_off;
    for (const Result_of_creditor& each : schedule.creditors) {
        if (each.paid_off) {
            paid_off.push_back(&each);
        }
    }
    std::ranges::stable_sort(paid_off, {},
                             [](const Result_of_creditor* each) { return *each->paid_off; });
    Table table{"paid_off", {{"id"}, {"date"}}, {}, in_json};
    for (const Result_of_creditor* each : paid_off) {
        table.rows.push_back({{Text{each->id}, *each->paid_off}});
    }
    return table;
}

/// For people: of each month only the sums.
Table months_table(const Plan& plan, const Schedule& schedule) {
    const Shown shown_with_account = plan.account || plan.reserve ? for_people : in_csv;
    const Shown shown_with_reserve = plan.reserve ? for_people : in_csv;
    Table table{"plan_months",
                {{"date"},
                 {"available"},
                 {"paid"},
                 {"interest_added"},
                 {"open"},
                 {"reserve", shown_with_reserve},
                 {"budget_account", shown_with_account}},
                {},
                for_people};
    for (const Month& month : schedule.months) {
        table.rows.push_back({{month.date, month.available, month.paid, month.interest_added,
                               month.open, month.reserve, month.account}});
    }
    return table;
}

Row row_of(const Schedule& schedule, const Share& share) {
    return {{Text{schedule.creditors[share.creditor].id}, share.amount, share.balance,
             share.interest_added, share.interest, share.principal, basis_of(share)}};
}

std::vector<Column> share_columns() {
    return {{"id"},       {"amount"},    {"balance"}, {"interest_added"},
            {"interest"}, {"principal"}, {"why"}};
}

Parts months_of(const Plan& plan, const Schedule& schedule) {
    const bool has_account = plan.account || plan.reserve;
    Parts parts{"months", {}, for_machines};
    for (const Month& month : schedule.months) {
        Table shares{"shares", share_columns(), {}};
        for (const Share& share : month.shares) {
            shares.rows.push_back(row_of(schedule, share));
        }
        parts.reports.push_back(
            {.facts = {{"date", month.date},
                       {"available", month.available, in_json},
                       {"paid", month.paid, in_json},
                       {"interest_added", month.interest_added, in_json},
                       {"open", month.open, in_json},
                       {"reserve", plan.reserve ? Cell(month.reserve) : Cell(Absent{}), in_json},
                       {"account", has_account ? Cell(month.account) : Cell(Absent{}), in_json}},
             .tables = {std::move(shares)},
             .parts = {}});
    }
    return parts;
}

} // namespace

Report report_of(const Simulated_plan& simulated, const i18n::Texts& english) {
    const Schedule& schedule = simulated.schedule;
    Report report{.facts = totals_of(simulated.plan, schedule),
                  .tables = {creditors_of(schedule), months_table(simulated.plan, schedule),
                             paid_off_of(schedule),
                             finding_table(schedule.findings, english, Finding_place::id)},
                  .parts = {months_of(simulated.plan, schedule)}};
    report.facts.insert(report.facts.begin(), {"plan", Text{simulated.name}, not_in_csv});
    return report;
}

Report report_of(std::span<const Simulated_plan> simulated) {
    Table compared{"plans", {{"plan"}}, {}};
    Table creditors{"plan_creditors",
                    {{"id"},
                     {"plan"},
                     {"strategy"},
                     {"paid_off"},
                     {"paid"},
                     {"interest"},
                     {"remitted"},
                     {"open"}},
                    {},
                    not_in_csv};
    for (const Simulated_plan& each : simulated) {
        Row row{{Text{each.name}}};
        const std::vector<Fact> totals = totals_of(each.plan, each.schedule);
        for (const Fact& fact : totals) {
            row.cells.push_back(fact.cell);
        }
        row.cells.push_back(count_of(each.schedule.findings.size()));
        if (compared.rows.empty()) {
            for (const Fact& fact : totals) {
                compared.columns.push_back(
                    {fact.key, fact.key == "interest_rule" ? for_machines : everywhere});
            }
            compared.columns.push_back({"findings_count"});
        }
        compared.rows.push_back(std::move(row));
        for (const Result_of_creditor& creditor : each.schedule.creditors) {
            creditors.rows.push_back({{Text{creditor.id}, Text{each.name}, strategy_of(each.plan),
                                       filled(creditor.paid_off), creditor.paid, creditor.interest,
                                       creditor.remitted, creditor.open}});
        }
    }
    std::ranges::stable_sort(creditors.rows, {},
                             [](const Row& row) { return std::get<Text>(row.cells[0]).value; });
    return {.facts = {}, .tables = {std::move(compared), std::move(creditors)}, .parts = {}};
}

Report certificate_of(const Simulated_plan& simulated, std::size_t creditor) {
    const Schedule& schedule = simulated.schedule;
    const Result_of_creditor& result = schedule.creditors[creditor];
    Table table{"certificate",
                {{"date"},
                 {"why"},
                 {"amount"},
                 {"interest"},
                 {"principal"},
                 {"balance"},
                 {"since"},
                 {"shared"},
                 {"weight"},
                 {"weights"},
                 {"exact_share"},
                 {"cent_fraction"},
                 {"had"}},
                {}};
    for (const Month& month : schedule.months) {
        const auto share = std::ranges::find(month.shares, creditor, &Share::creditor);
        if (share == month.shares.end()) {
            continue;
        }
        Row row{{month.date, basis_of(*share), share->amount, share->interest, share->principal,
                 share->balance}};
        if (const auto& proof = share->proof) {
            const money::Exact_share exact =
                money::exact_share(proof->shared, proof->weight.cents(), proof->weights.cents());
            row.cells.insert(row.cells.end(),
                             {proof->since, proof->shared, proof->weight, proof->weights,
                              exact.whole, Text{money::format(exact.fraction)}, proof->had});
        }
        row.cells.resize(table.columns.size());
        table.rows.push_back(std::move(row));
    }
    return {.facts = {{"plan", Text{simulated.name}, not_in_csv},
                      {"strategy", strategy_of(simulated.plan), not_in_csv},
                      {"creditor", Text{result.id}, everywhere, "id"},
                      {"balance_at_start", result.balance, not_in_csv},
                      {"total_paid", result.paid, not_in_csv},
                      {"total_interest", result.interest, not_in_csv},
                      {"total_remitted", result.remitted, not_in_csv},
                      {"paid_off_on", filled(result.paid_off), not_in_csv},
                      {"interest_rule",
                       Term{"interest_rule",
                            std::string(plans::interest_rule(simulated.plan.interest_on))},
                       not_in_csv}},
            .tables = {std::move(table)},
            .parts = {}};
}

} // namespace saldo::cli
