#include "cli/claim_check_report.hpp"

#include "cli/finding_table.hpp"
#include "dossier/names.hpp"

namespace saldo::cli {

namespace {

using namespace render;

using claims::Basis;
using claims::Claim_verdict;

Cell verdict_cell(dossier::Verdict_kind kind) {
    return Term{"claim_verdict", std::string(dossier::name(kind))};
}

Cell ground_cell(claims::Ground ground) {
    return Term{"claim_ground", std::string(name_in(claims::ground_names, ground))};
}

Cell fact_cell(claims::Fact fact) {
    return Term{"claim_fact", std::string(name_in(claims::fact_names, fact))};
}

Cell part_cell(law::Debt_part part) {
    return Term{"debt_part", std::string(name_in(law::debt_part_names, part))};
}

bool is_percentage(claims::Fact fact) {
    return fact == claims::Fact::late_rate || fact == claims::Fact::credit_rate ||
           fact == claims::Fact::apr;
}

/// Machines get the text as it is; people read dates and amounts as they are used to.
Cell value_cell(const claims::Fact_used& used) {
    if (is_percentage(used.fact)) {
        return Decimal{used.value};
    }
    if (used.fact == claims::Fact::credit_kind) {
        return Term{"credit_kind", used.value};
    }
    if (const auto date = calendar::parse(used.value)) {
        return *date;
    }
    if (const auto amount = money::parse(used.value)) {
        return *amount;
    }
    return Text{used.value};
}

Cell figures_cell(const Basis& basis) {
    std::string keys;
    for (const std::string& key : basis.figures) {
        keys.append(keys.empty() ? "" : ", ").append(key);
    }
    return filled<Text>(keys);
}

/// The tables of one claim, and the numbers of the rules in them.
class Claim_tables {
public:
    explicit Claim_tables(const Claim_verdict& verdict) : verdict_(verdict) {
        add_rows();
        add_conditions();
        add_limitation();
    }

    [[nodiscard]] std::vector<Table> take() {
        std::vector<Table> tables;
        for (Table* table : {&rows_, &conditions_, &limitation_, &missing_, &facts_}) {
            table->shown.table = !table->rows.empty();
            tables.push_back(std::move(*table));
        }
        return tables;
    }

private:
    void add_rows() {
        for (const claims::Check_row& row : verdict_.rows) {
            const Cell item = row.item
                                  ? Cell(Term{"item_kind", std::string(dossier::name(*row.item))})
                                  : Cell(Absent{});
            rows_.rows.push_back(
                {{number(), part_cell(row.part), item, filled(row.date), ground_cell(row.ground),
                  row.claimed, row.certain, filled(row.maximum), row.difference(),
                  filled<Text>(row.basis.article), figures_cell(row.basis)}});
            add_basis(row.basis);
        }
    }

    void add_conditions() {
        for (const claims::Condition& condition : verdict_.conditions) {
            conditions_.rows.push_back(
                {{number(), ground_cell(condition.ground), filled(condition.holds),
                  condition.bounds, filled<Text>(condition.basis.article),
                  figures_cell(condition.basis)}});
            add_basis(condition.basis);
        }
    }

    void add_limitation() {
        for (const claims::Limitation_row& row : verdict_.limitation) {
            const std::string type(name_in(law::limitation_type_names, row.type));
            limitation_.rows.push_back(
                {{number(), part_cell(row.part), Term{"limitation_type", type}, row.claimed,
                  filled(row.possibly_since), row.possibly_barred, filled<Text>(row.basis.article),
                  figures_cell(row.basis)}});
            add_basis(row.basis);
        }
    }

    /// The next number; the facts that follow are of it.
    Cell number() { return Count{++number_}; }

    void add_basis(const Basis& basis) {
        for (const claims::Fact_used& used : basis.facts) {
            facts_.rows.push_back({{Count{number_}, fact_cell(used.fact), value_cell(used)}});
        }
        for (const claims::Fact fact : basis.missing) {
            missing_.rows.push_back({{Count{number_}, fact_cell(fact)}});
        }
    }

    const Claim_verdict& verdict_;
    std::int64_t number_ = 0;
    Table rows_{"rules",
                {{"number"},
                 {"component"},
                 {"item"},
                 {"date"},
                 {"rule"},
                 {"claimed"},
                 {"certain", for_machines},
                 {"maximum"},
                 {"difference"},
                 {"article"},
                 {"figures"}},
                {}};
    Table conditions_{"conditions",
                      {{"number"}, {"rule"}, {"holds"}, {"bounds"}, {"article"}, {"figures"}},
                      {},
                      not_in_csv};
    Table limitation_{"limitation",
                      {{"number"},
                       {"component"},
                       {"term"},
                       {"claimed", in_json},
                       {"possibly_since"},
                       {"possibly_barred"},
                       {"article"},
                       {"figures"}},
                      {},
                      not_in_csv};
    Table missing_{"missing_facts", {{"number"}, {"fact"}}, {}, not_in_csv};
    Table facts_{"facts_used", {{"number"}, {"fact"}, {"value"}}, {}, not_in_csv};
};

Table reasons_of(const Claim_verdict& verdict) {
    Table table{"reasons", {{"rule"}}, {}, not_in_csv};
    table.shown.table = !verdict.reasons.empty();
    for (const claims::Ground ground : verdict.reasons) {
        table.rows.push_back({{ground_cell(ground)}});
    }
    return table;
}

Table components_of(const Claim_verdict& verdict) {
    Table table{"components",
                {{"component"}, {"claimed"}, {"maximum"}, {"may_be_asked"}, {"difference"}},
                {},
                not_in_csv};
    for (const claims::Checked_part& part : verdict.parts) {
        table.rows.push_back({{part_cell(part.part), part.claimed, filled(part.maximum),
                               part.allowed, part.difference()}});
    }
    return table;
}

/// What was decided; for people only where something was.
std::vector<render::Fact> decision_of(const app::Verdict_row& row) {
    const auto& decision = row.decision;
    const Shown shown = decision ? not_in_csv : in_json;
    const Shown shown_sum = decision && decision->reduce_to ? not_in_csv : in_json;
    const Shown shown_reason = decision && !decision->reason.empty() ? not_in_csv : in_json;
    return {
        {"decision", decision ? verdict_cell(decision->verdict) : Cell(Absent{}), shown},
        {"decided_reduce_to", decision ? filled(decision->reduce_to) : Cell(Absent{}), shown_sum},
        {"decided_by", decision ? Cell(Text{decision->user}) : Cell(Absent{}), shown},
        {"decided_on", decision ? Cell(decision->date) : Cell(Absent{}), shown},
        {"decision_reason", decision ? filled<Text>(decision->reason) : Cell(Absent{}),
         shown_reason},
        {"computed_then", decision ? verdict_cell(decision->computed) : Cell(Absent{}), shown},
        {"computed_changed", row.has_changed(), shown}};
}

Report report_of(const app::Verdict_row& row, const i18n::Texts& english) {
    const Claim_verdict& verdict = row.verdict;
    const auto& regime = verdict.regime;
    Report report{.facts = {{"dossier", Text{row.dossier}},
                            {"claim", Text{row.id()}},
                            {"origin", Text{row.claim.origin}, in_json},
                            {"regime",
                             regime ? Cell(Term{"regime", std::string(dossier::name(*regime))})
                                    : Cell(Absent{}),
                             not_in_csv},
                            {"stated_on", row.claim.stated, not_in_csv},
                            {"verdict", verdict_cell(verdict.kind)},
                            {"total_claimed", verdict.claimed, not_in_csv},
                            {"may_be_asked", verdict.allowed, not_in_csv},
                            {"reduce_to",
                             filled(verdict.reduce_to),
                             {verdict.reduce_to.has_value(), true, true}}},
                  .tables = {reasons_of(verdict), components_of(verdict)},
                  .parts = {}};
    for (render::Fact& fact : decision_of(row)) {
        report.facts.push_back(std::move(fact));
    }
    for (Table& table : Claim_tables(verdict).take()) {
        report.tables.push_back(std::move(table));
    }
    report.tables.push_back(finding_table(verdict.findings, english, Finding_place::id));
    return report;
}

} // namespace

Report report_of(const std::vector<app::Verdict_row>& rows, Date on, const i18n::Texts& english) {
    Parts claims{"verdicts", {}};
    for (const app::Verdict_row& row : rows) {
        claims.reports.push_back(report_of(row, english));
    }
    return {.facts = {{"checked_on", on, in_json}}, .tables = {}, .parts = {std::move(claims)}};
}

Report decision_report(const app::Verdict_row& row) {
    const dossier::Decision& decision = *row.decision;
    return {.facts = {{"dossier", Text{row.dossier}},
                      {"claim", Text{row.id()}},
                      {"decision", verdict_cell(decision.verdict)},
                      {"reduce_to",
                       filled(decision.reduce_to),
                       {decision.reduce_to.has_value(), true, true}},
                      {"computed", verdict_cell(decision.computed)},
                      {"decided_by", Text{decision.user}},
                      {"decided_on", decision.date},
                      {"decision_reason",
                       filled<Text>(decision.reason),
                       {!decision.reason.empty(), true, true}}},
            .tables = {},
            .parts = {}};
}

} // namespace saldo::cli
