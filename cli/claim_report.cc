#include "cli/claim_report.hpp"

#include "claims/status.hpp"
#include "dossier/names.hpp"

#include <algorithm>

namespace saldo::cli {

namespace {

using namespace render;

using claims::Account_step;
using claims::Claim_account;
using claims::is_end;
using claims::Parts;
using dossier::Claim;

/// The word of an enumerator of the dossier, of the list with this name.
template <class Enum> Cell term(const char* list, Enum value) {
    return Term{list, std::string(dossier::name(value))};
}

template <class Enum> Cell term(const char* list, const std::optional<Enum>& value) {
    return value ? term(list, *value) : Cell(Absent{});
}

Cell word(const char* list, const std::string& value) {
    return value.empty() ? Cell(Absent{}) : Cell(Term{list, value});
}

Cell percent(const std::optional<dossier::Yearly_rate>& rate) {
    return rate ? Cell(Decimal{money::shown_percent(rate->value)}) : Cell(Absent{});
}

/// Of a record that may be missing, one of its fields.
template <class Record, class Field> Cell of(const std::optional<Record>& record, Field field) {
    return record ? Cell(field(*record)) : Cell(Absent{});
}

/// For people only where something is known.
Fact known(std::string key, Cell cell) {
    const Shown shown = std::holds_alternative<Absent>(cell) ? in_json : not_in_csv;
    return {std::move(key), std::move(cell), shown};
}

/// The same of a table, which people see only if it has rows.
Table filled_or_hidden(Table table) {
    table.shown = table.rows.empty() ? in_json : not_in_csv;
    return table;
}

Row row_of(const app::Claim_row& row) {
    const auto& account = row.account;
    const auto part = [&](law::Debt_part each) {
        return of(account, [&](const Claim_account& known) { return known.balance[each]; });
    };
    return {{Text{row.dossier}, Text{row.creditor}, Text{row.payee.name}, Text{row.claim.id},
             word("claim_origin", row.claim.origin), term("claim_status", row.status),
             row.claim.stated, part(law::Debt_part::principal), part(law::Debt_part::interest),
             part(law::Debt_part::costs), part(law::Debt_part::penalty),
             of(account, [](const Claim_account& known) { return known.balance.total(); }),
             of(account, [](const Claim_account& known) { return known.paid; }),
             of(account, [](const Claim_account& known) { return known.overpaid; }),
             of(row.claim.instalment,
                [](const dossier::Instalment& instalment) { return instalment.schedule.amount; })}};
}

/// What a step is about, in a word.
Cell detail_of(const Account_step& step) {
    if (step.item) {
        return term("item_kind", *step.item);
    }
    if (step.accrued) {
        const std::string& figure = step.accrued->interest.figure;
        return figure.empty() ? Cell(Term{"claim_interest", "agreed"})
                              : Cell(Term{"figure", figure});
    }
    return step.order ? Cell(Term{"allocation_order",
                                  std::string(name_in(law::allocation_order_names, *step.order))})
                      : Cell(Absent{});
}

std::vector<Column> account_columns() {
    return {{"date"},
            {"kind"},
            {"detail"},
            {"basis"},
            {"days"},
            {"rate_percent"},
            {"article"},
            {"change.principal"},
            {"change.interest"},
            {"change.costs"},
            {"change.penalty"},
            {"balance.principal", for_machines},
            {"balance.interest", for_machines},
            {"balance.costs", for_machines},
            {"balance.penalty", for_machines},
            {"balance.total"},
            {"overpaid", for_machines},
            {"source"}};
}

Row row_of(const Account_step& step) {
    const auto& accrued = step.accrued;
    Row row{
        {step.date, Term{"claim_step", std::string(name_in(claims::step_kind_names, step.kind))},
         detail_of(step), of(accrued, [](const claims::Accrued& each) { return each.principal; }),
         of(accrued, [](const claims::Accrued& each) { return Count{each.interest.days}; }),
         of(accrued,
            [](const claims::Accrued& each) {
                return Decimal{money::shown_percent(each.interest.rate)};
            }),
         accrued ? filled<Text>(accrued->interest.article) : Cell(Absent{})}};
    for (const Parts& parts : {step.change, step.balance}) {
        row.cells.insert(row.cells.end(),
                         {parts.principal, parts.interest, parts.costs, parts.penalty});
    }
    row.cells.insert(row.cells.end(),
                     {step.balance.total(), step.overpaid, filled<Text>(step.source)});
    return row;
}

Table account_of(const Claim_account& account) {
    Table table{"claim_account", account_columns(), {}};
    for (const Account_step& step : account.steps) {
        table.rows.push_back(row_of(step));
    }
    return table;
}

Table items_of(const Claim& claim) {
    Table table{"claim_items",
                {{"date"}, {"kind"}, {"part"}, {"amount"}, {"in_statement"}, {"document"}},
                {}};
    std::vector<dossier::Item> items = claim.items;
    std::ranges::stable_sort(items, {}, &dossier::Item::date);
    for (const dossier::Item& item : items) {
        table.rows.push_back(
            {{item.date, term("item_kind", item.kind), term("debt_part", part_of(item.kind)),
              item.amount, item.date <= claim.stated, filled<Text>(item.document)}});
    }
    return filled_or_hidden(std::move(table));
}

Table letters_of(const Claim& claim) {
    Table table{"letters", {{"sent_on"}, {"kind"}, {"way"}, {"document"}}, {}};
    std::vector<dossier::Letter> letters = claim.letters;
    std::ranges::stable_sort(letters, {}, &dossier::Letter::sent);
    for (const dossier::Letter& letter : letters) {
        table.rows.push_back({{letter.sent, term("letter_kind", letter.kind),
                               term("sent_as", letter.way), filled<Text>(letter.document)}});
    }
    return filled_or_hidden(std::move(table));
}

Table stops_of(const Claim& claim) {
    Table table{"interest_stops", {{"from"}, {"through"}, {"reason"}}, {}};
    for (const dossier::Interest_stop& stop : claim.interest_stops) {
        table.rows.push_back(
            {{stop.period.from(), filled(stop.period.last()), term("stop_reason", stop.reason)}});
    }
    return filled_or_hidden(std::move(table));
}

Table bound_of(const Claim& claim) {
    Table table{"bound", {{"name"}, {"role"}}, {}};
    for (const dossier::Bound_party& party : claim.bound) {
        table.rows.push_back({{Text{party.name}, term("bound_as", party.role)}});
    }
    return filled_or_hidden(std::move(table));
}

Table transfers_of(const Claim& claim) {
    Table table{"transfers", {{"date"}, {"kind"}, {"from_name"}, {"reference"}}, {}};
    for (const dossier::Transfer& transfer : claim.transfers) {
        table.rows.push_back({{transfer.date, term("transfer_kind", transfer.kind),
                               Text{transfer.from}, filled<Text>(transfer.reference)}});
    }
    return filled_or_hidden(std::move(table));
}

Table history_of(const Claim& claim) {
    Table table{"history", {{"date"}, {"status"}, {"reason"}, {"user"}}, {}};
    for (const dossier::Status_change& change : claim.history) {
        table.rows.push_back({{change.date, term("claim_status", change.status),
                               filled<Text>(change.reason), Text{change.user}}});
    }
    return filled_or_hidden(std::move(table));
}

Table decisions_of(const Claim& claim) {
    Table table{"decisions",
                {{"date"}, {"verdict"}, {"computed_verdict"}, {"reduce_to"}, {"reason"}, {"user"}},
                {}};
    for (const dossier::Decision& decision : claim.decisions) {
        table.rows.push_back({{decision.date, term("claim_verdict", decision.verdict),
                               term("claim_verdict", decision.computed), filled(decision.reduce_to),
                               filled<Text>(decision.reason), Text{decision.user}}});
    }
    return filled_or_hidden(std::move(table));
}

/// What the claim stands on.
std::vector<Fact> grounds_of(const app::Claim_row& row) {
    const Claim& claim = row.claim;
    const auto& contract = claim.contract;
    const auto& rule = claim.interest_rule;
    const auto credit = contract ? contract->credit : std::nullopt;
    return {{"dossier", Text{row.dossier}},
            {"claim", Text{row.id()}},
            {"name", Text{row.payee.name}, not_in_csv},
            known("reference", filled<Text>(claim.reference)),
            {"origin", word("claim_origin", claim.origin), not_in_csv},
            {"status", term("claim_status", row.status), not_in_csv},
            known("unpaid_since", filled(claim.due)),
            known("contract_date", contract ? filled(contract->date) : Cell(Absent{})),
            known("regime", contract ? term("regime", contract->regime) : Cell(Absent{})),
            known("public_debt",
                  contract ? term("public_debt", contract->public_debt) : Cell(Absent{})),
            known("credit_kind",
                  of(credit, [](const auto& each) { return term("credit_kind", each.kind); })),
            known("credit_ended", credit ? filled(credit->ended) : Cell(Absent{})),
            known("title",
                  of(claim.title, [](const auto& title) { return term("title", title.kind); })),
            known("title_date", of(claim.title, [](const auto& title) { return title.date; })),
            known("privilege", word("privilege", claim.privilege)),
            {"late_interest_rule", rule ? term("claim_interest", rule->source) : Cell(Absent{}),
             rule ? not_in_csv : in_json},
            known("late_interest_percent", rule ? percent(rule->rate) : Cell(Absent{})),
            known("late_interest_from", of(rule, [](const auto& each) { return each.from; }))};
}

std::vector<Fact> totals_of(const Claim& claim, const Claim_account& account, Date on) {
    const Parts& balance = account.balance;
    return {{"stated_on", claim.stated, not_in_csv},
            {"stated_balance", dossier::balance(claim), not_in_csv},
            {"items_after", account.items, not_in_csv},
            {"interest_accrued", account.accrued, not_in_csv},
            {"waived", account.waived, not_in_csv},
            {"paid", account.paid, not_in_csv},
            {"overpaid", account.overpaid, account.overpaid.is_zero() ? in_json : not_in_csv},
            {"as_of", on, not_in_csv},
            {"owed_principal", balance.principal, not_in_csv},
            {"owed_interest", balance.interest, not_in_csv},
            {"owed_costs", balance.costs, not_in_csv},
            {"owed_penalty", balance.penalty, not_in_csv},
            {"balance", balance.total(), not_in_csv}};
}

} // namespace

Report report_of(const std::vector<app::Claim_row>& claims, Date on) {
    Table table{"claims",
                {{"dossier"},
                 {"creditor"},
                 {"name", for_machines},
                 {"claim"},
                 {"origin"},
                 {"status"},
                 {"stated_on"},
                 {"principal"},
                 {"interest"},
                 {"costs"},
                 {"penalty"},
                 {"balance"},
                 {"paid"},
                 {"overpaid", for_machines},
                 {"instalment"}},
                {}};
    Money balance = Money::zero();
    Money paid = Money::zero();
    for (const app::Claim_row& claim : claims) {
        table.rows.push_back(row_of(claim));
        if (claim.account) {
            balance += is_end(claim.status) ? Money::zero() : claim.account->balance.total();
            paid += claim.account->paid;
        }
    }
    return {.facts = {{"as_of", on, not_in_csv},
                      {"claim_count", Count{static_cast<std::int64_t>(claims.size())}, not_in_csv},
                      {"total_balance", balance, not_in_csv},
                      {"total_paid", paid, not_in_csv}},
            .tables = {std::move(table)},
            .parts = {}};
}

Report report_of(const app::Claim_row& row, Date on) {
    Report report{.facts = grounds_of(row),
                  .tables = {account_of(*row.account), items_of(row.claim), stops_of(row.claim),
                             letters_of(row.claim), bound_of(row.claim), transfers_of(row.claim),
                             history_of(row.claim), decisions_of(row.claim)},
                  .parts = {}};
    std::ranges::move(totals_of(row.claim, *row.account, on), std::back_inserter(report.facts));
    return report;
}

} // namespace saldo::cli
