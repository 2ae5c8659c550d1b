#include "cli/statistics_report.hpp"
#include "dossier/names.hpp"

namespace saldo::cli {

namespace {

using namespace render;
using dossier::Mandate_kind;
using statistics::Settlement_group;

Column dossiers_column(Dossiers_shown dossiers) {
    return {"dossiers", dossiers == Dossiers_shown::yes ? everywhere : for_machines};
}

Cell count_of(const statistics::Figure& figure) {
    return Count{figure.count};
}

Cell dossiers_of(const statistics::Figure& figure) {
    return Words{figure.dossiers};
}

Cell form_of(Mandate_kind kind) {
    return Term{"counted_form", std::string(dossier::name(kind))};
}

Cell form_of(const statistics::Flow& flow) {
    return flow.form ? form_of(*flow.form) : Cell(Term{"counted_form", "any"});
}

Table combinations_of(const statistics::Registration& registration, Dossiers_shown dossiers) {
    Table table{"combinations",
                {{"budget_guidance"},
                 {"budget_management"},
                 {"debt_mediation"},
                 {"collective_debt_settlement"},
                 {"households"},
                 {"settlement_none"},
                 {"settlement_office"},
                 {"settlement_other"},
                 dossiers_column(dossiers)},
                {}};
    for (const statistics::Combination& each : registration.combinations) {
        const auto has = [&](Mandate_kind kind) -> Cell { return each.forms.contains(kind); };
        const auto in = [&](Settlement_group group) { return count_of(each.groups.at(group)); };
        table.rows.push_back(
            {{has(Mandate_kind::budget_guidance), has(Mandate_kind::budget_management),
              has(Mandate_kind::debt_mediation), has(Mandate_kind::collective_debt_settlement),
              count_of(each.all), in(Settlement_group::none), in(Settlement_group::office),
              in(Settlement_group::other), dossiers_of(each.all)}});
    }
    return table;
}

Table groups_of(const statistics::Registration& registration, Dossiers_shown dossiers) {
    Table table{"groups",
                {{"settlement_group"}, {"households"}, dossiers_column(dossiers)},
                {},
                not_in_csv};
    for (const auto& [group, figure] : registration.groups) {
        const std::string word(name_in(statistics::settlement_group_names, group));
        table.rows.push_back(
            {{Term{"settlement_group", word}, count_of(figure), dossiers_of(figure)}});
    }
    return table;
}

/// People get the dossiers of these figures in a table of its own.
Table flows_of(const statistics::Registration& registration) {
    Table table{"flows",
                {{"form"},
                 {"at_start"},
                 {"started"},
                 {"ended"},
                 {"at_end"},
                 {"households"},
                 {"dossiers.at_start", in_json},
                 {"dossiers.started", in_json},
                 {"dossiers.ended", in_json},
                 {"dossiers.at_end", in_json},
                 {"dossiers.households", in_json}},
                {},
                not_in_csv};
    for (const statistics::Flow& flow : registration.flows) {
        table.rows.push_back(
            {{form_of(flow), count_of(flow.at_start), count_of(flow.started), count_of(flow.ended),
              count_of(flow.at_end), count_of(flow.helped), dossiers_of(flow.at_start),
              dossiers_of(flow.started), dossiers_of(flow.ended), dossiers_of(flow.at_end),
              dossiers_of(flow.helped)}});
    }
    return table;
}

Table flow_dossiers_of(const statistics::Registration& registration) {
    Table table{
        "flow_dossiers", {{"form"}, {"flow"}, {"households"}, {"dossiers"}}, {}, for_people};
    const auto add = [&](const statistics::Flow& flow, const char* what,
                         const statistics::Figure& figure) {
        if (figure.count != 0) {
            table.rows.push_back(
                {{form_of(flow), Term{"flow", what}, count_of(figure), dossiers_of(figure)}});
        }
    };
    for (const statistics::Flow& flow : registration.flows) {
        add(flow, "at_start", flow.at_start);
        add(flow, "started", flow.started);
        add(flow, "ended", flow.ended);
        add(flow, "at_end", flow.at_end);
    }
    return table;
}

Table left_out_of(const statistics::Registration& registration, Dossiers_shown dossiers) {
    Table table{
        "not_counted", {{"form"}, {"households"}, dossiers_column(dossiers)}, {}, not_in_csv};
    for (const auto& [kind, figure] : registration.left_out) {
        table.rows.push_back({{form_of(kind), count_of(figure), dossiers_of(figure)}});
    }
    return table;
}

} // namespace

Report registration_report(const statistics::Registration& registration, Dossiers_shown dossiers) {
    Report report{.facts = {{"from", registration.from, not_in_csv},
                            {"through", registration.through, not_in_csv}},
                  .tables = {combinations_of(registration, dossiers),
                             groups_of(registration, dossiers), flows_of(registration)},
                  .parts = {}};
    if (dossiers == Dossiers_shown::yes) {
        report.tables.push_back(flow_dossiers_of(registration));
    }
    report.tables.push_back(left_out_of(registration, dossiers));
    return report;
}

} // namespace saldo::cli
