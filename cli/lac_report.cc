#include "cli/lac_report.hpp"

namespace saldo::cli {

namespace {

using namespace render;

using arrears::Lac;
using arrears::Lac_decision;

template <class Enum> Cell lac_term(const char* list, Enum value) {
    return Term{list, std::string(name(value))};
}

/// Of a decision, if there is one.
template <class Field> Cell decided(const Lac& lac, Field field) {
    return lac.decision ? Cell(field(*lac.decision)) : Cell(Absent{});
}

Cell outcome_of(const Lac& lac) {
    return decided(lac, [](const Lac_decision& decision) {
        return lac_term("lac_outcome", decision.outcome);
    });
}

Cell last_day_of(const Lac& lac) {
    if (!lac.decision) {
        return Absent{};
    }
    const std::vector<Date> dues = arrears::due_dates(*lac.decision);
    return dues.empty() ? filled(lac.decision->until) : Cell(dues.back());
}

Cell missing_of(const arrears::Lac_standing& standing) {
    return standing.missing.is_positive() ? Cell(standing.missing) : Cell(Absent{});
}

/// People see what is known.
void hide_absent(Report& report) {
    for (Fact& fact : report.facts) {
        fact.shown = std::holds_alternative<Absent>(fact.cell) ? for_machines : everywhere;
    }
}

} // namespace

Report lacs_report(const std::vector<app::Lac_row>& rows) {
    Table table{"lacs",
                {{"lac"},
                 {"dossier"},
                 {"claim"},
                 {"energy"},
                 {"session"},
                 {"lac_outcome"},
                 {"lac_amount"},
                 {"from"},
                 {"last_day"},
                 {"lac_state"},
                 {"first_unpaid"},
                 {"lac_missing"},
                 {"breached_on"}},
                {}};
    for (const app::Lac_row& row : rows) {
        const Lac& lac = row.lac;
        table.rows.push_back(
            {{Text{lac.number}, Text{row.dossier}, Text{lac.claim}, lac_term("energy", lac.energy),
              lac.session, outcome_of(lac),
              decided(lac, [](const Lac_decision& each) { return filled(each.amount); }),
              decided(lac, [](const Lac_decision& each) { return filled(each.from); }),
              last_day_of(lac), lac_term("lac_state", row.standing.state), filled(row.standing.due),
              missing_of(row.standing), filled(row.standing.breached)}});
    }
    return {.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

Report lac_report(const app::Lac_row& row, std::optional<Money> rest) {
    const Lac& lac = row.lac;
    const auto of = [&](auto field) { return decided(lac, field); };
    Report report{
        .facts = {{"lac", Text{lac.number}},
                  {"dossier", Text{row.dossier}},
                  {"claim", Text{lac.claim}},
                  {"energy", lac_term("energy", lac.energy)},
                  {"session", lac.session},
                  {"proposal", filled<Text>(lac.proposal)},
                  {"proposed_monthly", filled(lac.monthly)},
                  {"limited_since", filled(lac.limited_since)},
                  {"lac_outcome", outcome_of(lac)},
                  {"unanimous", of([](const Lac_decision& each) { return each.unanimous; })},
                  {"client_heard", of([](const Lac_decision& each) {
                       return lac_term("client_heard", each.client);
                   })},
                  {"proposer", of([](const Lac_decision& each) {
                       return lac_term("proposer", each.proposer);
                   })},
                  {"debt", of([](const Lac_decision& each) { return each.debt; })},
                  {"lac_amount", of([](const Lac_decision& each) { return filled(each.amount); })},
                  {"instalments", of([](const Lac_decision& each) {
                       return filled(static_cast<std::uint64_t>(each.instalments));
                   })},
                  {"rest", filled(rest)},
                  {"from", of([](const Lac_decision& each) { return filled(each.from); })},
                  {"last_day", last_day_of(lac)},
                  {"note", of([](const Lac_decision& each) { return filled<Text>(each.note); })},
                  {"user", of([](const Lac_decision& each) { return filled<Text>(each.user); })},
                  {"lac_state", lac_term("lac_state", row.standing.state)},
                  {"first_unpaid", filled(row.standing.due)},
                  {"lac_missing", missing_of(row.standing)},
                  {"breached_on", filled(row.standing.breached)}},
        .tables = {},
        .parts = {}};
    hide_absent(report);
    return report;
}

} // namespace saldo::cli
