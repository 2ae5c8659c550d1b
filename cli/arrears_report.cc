#include "cli/arrears_report.hpp"

#include "dossier/names.hpp"

#include <algorithm>

namespace saldo::cli {

namespace {

using namespace render;

using arrears::Case;
using arrears::Case_step;

std::int64_t size_of(const auto& list) {
    return static_cast<std::int64_t>(list.size());
}

Cell dossier_of(const Case& each) {
    return each.link ? Cell(Text{each.link->dossier}) : Cell(Absent{});
}

Cell link_of(const Case& each) {
    return each.link ? Cell(Term{"linked_by", std::string(name(each.link->by))}) : Cell(Absent{});
}

/// The dossiers that may be his, for a person to confirm: `2026-002 2026-007`.
Cell candidates_of(const Case& each) {
    std::string numbers;
    for (const arrears::Candidate& candidate : each.candidates) {
        numbers.append(numbers.empty() ? "" : " ").append(candidate.dossier);
    }
    return filled<Text>(numbers);
}

std::string address_of(const arrears::Tenant& tenant) {
    std::string address = tenant.street;
    const std::string town = tenant.postal_code.empty() || tenant.town.empty()
                                 ? tenant.postal_code + tenant.town
                                 : tenant.postal_code + " " + tenant.town;
    address.append(address.empty() || town.empty() ? "" : ", ");
    return address + town;
}

Cell payer_of(const app::Case_row& row) {
    return row.rent_paid_by
               ? Cell(Term{"rent_paid_by", std::string(dossier::name(*row.rent_paid_by))})
               : Cell(Absent{});
}

Cell step_name(const Case_step* step) {
    return step != nullptr ? Cell(Text{step->name}) : Cell(Absent{});
}

/// Positive when the step is late.
Cell late(const app::Case_row& row, Date on) {
    const auto days = row.days_late(on);
    return days && *days > 0 ? Cell(Count{*days}) : Cell(Absent{});
}

Table cases_table(const std::vector<app::Case_row>& rows, Date on) {
    Table table{"arrears_cases",
                {{"case"},
                 {"landlord", for_machines},
                 {"landlord_name"},
                 {"tenant"},
                 {"tenant_name"},
                 {"telephone"},
                 {"address"},
                 {"listed_on", for_machines},
                 {"rent"},
                 {"arrears"},
                 {"growth"},
                 {"lists"},
                 {"step", for_machines},
                 {"step_name"},
                 {"who"},
                 {"due"},
                 {"days_late"},
                 {"dossier"},
                 {"linked_by"},
                 {"candidates"},
                 {"rent_paid_by"},
                 {"closed"}},
                {}};
    for (const app::Case_row& row : rows) {
        const Case& each = row.tenant_case;
        const arrears::Standing& last = each.standings.back();
        const Case_step* next = arrears::next_step(each);
        table.rows.push_back({{Text{each.number},
                               Text{each.landlord},
                               Text{row.landlord_name},
                               Text{each.tenant.reference},
                               Text{each.tenant.name},
                               filled<Text>(each.tenant.telephone),
                               filled<Text>(address_of(each.tenant)),
                               last.as_of,
                               last.rent,
                               last.arrears,
                               filled(arrears::growth(each)),
                               Count{size_of(each.standings)},
                               next != nullptr ? Cell(Text{next->step}) : Cell(Absent{}),
                               step_name(next),
                               next != nullptr ? Cell(Text{next->who}) : Cell(Absent{}),
                               next != nullptr ? Cell(next->due) : Cell(Absent{}),
                               late(row, on),
                               dossier_of(each),
                               link_of(each),
                               candidates_of(each),
                               payer_of(row),
                               filled(each.closed)}});
    }
    return table;
}

std::string_view state_of(const Case& each, const Case_step& step, Date on) {
    if (step.done) {
        return "done";
    }
    if (each.closed) {
        return "not_needed";
    }
    if (step.list < each.standings.size()) {
        return "overtaken";
    }
    return step.due < on ? "late" : "to_do";
}

Table steps_table(const Case& each, Date on) {
    Table table{"arrears_steps",
                {{"list"},
                 {"step", for_machines},
                 {"step_name"},
                 {"who"},
                 {"due"},
                 {"state"},
                 {"done_on"},
                 {"done_by"},
                 {"note"}},
                {},
                not_in_csv};
    for (const Case_step& step : each.steps) {
        const auto& done = step.done;
        table.rows.push_back(
            {{Count{step.list}, Text{step.step}, Text{step.name}, Text{step.who}, step.due,
              Term{"arrears_step", std::string(state_of(each, step, on))},
              done ? Cell(done->date) : Cell(Absent{}),
              done ? Cell(Text{done->user}) : Cell(Absent{}),
              done ? filled<Text>(done->note) : Cell(Absent{})}});
    }
    return table;
}

Table standings_table(const Case& each) {
    Table table{"standings", {{"listed_on"}, {"rent"}, {"arrears"}, {"growth"}}, {}};
    const arrears::Standing* before = nullptr;
    for (const arrears::Standing& standing : each.standings) {
        table.rows.push_back(
            {{standing.as_of, standing.rent, standing.arrears,
              before != nullptr ? Cell(standing.arrears - before->arrears) : Cell(Absent{})}});
        before = &standing;
    }
    return table;
}

/// What is linked, what may be, and what a person said is not.
Table links_table(const Case& each) {
    Table table{"links",
                {{"dossier"}, {"link_state"}, {"linked_by"}, {"date"}, {"user"}, {"reason"}},
                {},
                not_in_csv};
    const auto by = [](arrears::Link_by reason) {
        return Cell(Term{"linked_by", std::string(name(reason))});
    };
    if (each.link) {
        table.rows.push_back(
            {{Text{each.link->dossier}, Term{"link_state", "linked"}, by(each.link->by),
              each.link->date, Text{each.link->user}, filled<Text>(each.link->reason)}});
    }
    for (const arrears::Candidate& candidate : each.candidates) {
        table.rows.push_back({{Text{candidate.dossier}, Term{"link_state", "proposed"},
                               by(candidate.by), Absent{}, Absent{}, Absent{}}});
    }
    for (const arrears::Not_linked& said : each.not_linked) {
        table.rows.push_back({{Text{said.dossier}, Term{"link_state", "not_his"}, Absent{},
                               said.date, Text{said.user}, Text{said.reason}}});
    }
    table.shown = table.rows.empty() ? in_json : not_in_csv;
    return table;
}

} // namespace

Report import_report(const app::Imported_list& imported) {
    Table table{"followed_cases",
                {{"case"},
                 {"outcome"},
                 {"tenant"},
                 {"tenant_name"},
                 {"arrears"},
                 {"growth"},
                 {"lists"},
                 {"step_name"},
                 {"due"},
                 {"dossier"},
                 {"linked_by"},
                 {"candidates"}},
                {}};
    const auto count = [&](arrears::Outcome outcome) {
        return Count{std::ranges::count(imported.cases, outcome, &arrears::Followed::outcome)};
    };
    for (const arrears::Followed& followed : imported.cases) {
        const Case& each = followed.tenant_case;
        const bool is_closed = each.closed.has_value();
        const Case_step* next = arrears::next_step(each);
        table.rows.push_back(
            {{Text{each.number}, Term{"arrears_outcome", std::string(name(followed.outcome))},
              Text{each.tenant.reference}, Text{each.tenant.name},
              is_closed ? Cell(Absent{}) : Cell(each.standings.back().arrears),
              is_closed ? Cell(Absent{}) : filled(arrears::growth(each)),
              Count{size_of(each.standings)}, step_name(next),
              next != nullptr ? Cell(next->due) : Cell(Absent{}), dossier_of(each), link_of(each),
              candidates_of(each)}});
    }
    const auto in_arrears = std::ranges::count_if(
        imported.rows, [](const arrears::List_row& row) { return row.arrears.is_positive(); });
    Money total = Money::zero();
    for (const arrears::List_row& row : imported.rows) {
        total += row.arrears.is_positive() ? row.arrears : Money::zero();
    }
    table.shown = imported.is_known ? in_json : everywhere;
    return {.facts = {{"landlord", Text{imported.landlord}, for_machines},
                      {"landlord_name", Text{imported.landlord_name}},
                      {"listed_on", imported.as_of},
                      {"taken_before", imported.is_known},
                      {"tenants", Count{size_of(imported.rows)}},
                      {"in_arrears", Count{in_arrears}},
                      {"total_arrears", total},
                      {"cases_opened", count(arrears::Outcome::opened)},
                      {"cases_escalated", count(arrears::Outcome::escalated)},
                      {"cases_closed", count(arrears::Outcome::closed)}},
            .tables = {std::move(table)},
            .parts = {}};
}

Report cases_report(const std::vector<app::Case_row>& rows, Date on) {
    return {.facts = {}, .tables = {cases_table(rows, on)}, .parts = {}};
}

Report case_report(const app::Case_row& row, Date on) {
    const Case& each = row.tenant_case;
    return {.facts = {{"case", Text{each.number}},
                      {"landlord", Text{each.landlord}, for_machines},
                      {"landlord_name", Text{row.landlord_name}},
                      {"tenant", Text{each.tenant.reference}},
                      {"tenant_name", Text{each.tenant.name}},
                      {"telephone", filled<Text>(each.tenant.telephone)},
                      {"address", filled<Text>(address_of(each.tenant))},
                      {"dossier", dossier_of(each)},
                      {"linked_by", link_of(each)},
                      {"rent_paid_by", payer_of(row)},
                      {"closed", filled(each.closed)}},
            .tables = {standings_table(each), steps_table(each, on), links_table(each)},
            .parts = {}};
}

} // namespace saldo::cli
