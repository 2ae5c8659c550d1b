#include "cli/signal_report.hpp"

#include "cli/render/shown_text.hpp"

#include <map>

namespace saldo::cli {

namespace {

using namespace render;

/// Words, dates and amounts as people write them.
std::string shown(const Param& fact, const i18n::Texts& texts) {
    const std::string word = "term." + fact.name + "." + fact.value;
    if (texts.has(word)) {
        return texts(word);
    }
    if (const auto date = calendar::parse(fact.value)) {
        return shown_text(*date, texts);
    }
    const bool is_amount = fact.name == "margin" || fact.name == "overdraft";
    const auto amount = is_amount ? money::parse(fact.value) : Result<Money>(Money::zero());
    return is_amount && amount ? shown_text(*amount, texts) : fact.value;
}

/// For people `reden AC04; kenmerk R2026-0001-000094`, for machines `reason=AC04 …`.
std::string told(const Params& facts, const i18n::Texts& texts) {
    std::string text;
    for (const Param& fact : facts) {
        text.append(text.empty() ? "" : "; ");
        text.append(texts("term.fact." + fact.name)).append(" ").append(shown(fact, texts));
    }
    return text;
}

std::string written(const Params& facts) {
    std::string text;
    for (const Param& fact : facts) {
        text.append(text.empty() ? "" : " ").append(fact.name).append("=").append(fact.value);
    }
    return text;
}

} // namespace

Table signals_table(const std::vector<app::Signal_row>& rows,
                    const i18n::Texts& texts,
                    bool with_dismissed) {
    const Shown of_dismissal = with_dismissed ? everywhere : for_machines;
    Table table{"signals",
                {{"id"},
                 {"dossier"},
                 {"account"},
                 {"date"},
                 {"code"},
                 {"severity"},
                 {"subject"},
                 {"due"},
                 {"movement"},
                 {"entry", for_machines},
                 {"stated"},
                 {"expected"},
                 {"facts", for_people},
                 {"facts", for_machines},
                 {"dismissed_by", of_dismissal},
                 {"dismissed_on", of_dismissal},
                 {"dismissal_reason", of_dismissal}},
                {}};
    for (const app::Signal_row& row : rows) {
        const reconcile::Signal& signal = row.signal;
        const app::Dismissal* dismissal = row.dismissal ? &*row.dismissal : nullptr;
        table.rows.push_back(
            {{Text{short_id(row)}, Text{row.dossier},
              Account_number{std::string(row.account.text())}, signal.date,
              Term{"code", std::string(name(signal.code))},
              Term{"severity", std::string(name(signal.severity))}, filled<Text>(signal.subject),
              filled(signal.due),
              signal.movement ? Cell(Count{signal.movement->value}) : Cell(Absent{}),
              filled(signal.entry), filled(signal.stated), filled(signal.expected),
              filled<Text>(told(signal.facts, texts)), filled<Text>(written(signal.facts)),
              dismissal ? Cell(Text{dismissal->actor.user}) : Cell(Absent{}),
              dismissal ? Cell(dismissal->actor.as_of) : Cell(Absent{}),
              dismissal ? Cell(Text{dismissal->reason}) : Cell(Absent{})}});
    }
    return table;
}

Table signal_counts(const std::vector<app::Signal_row>& rows) {
    std::map<reconcile::Signal_code, std::int64_t> counts;
    for (const app::Signal_row& row : rows) {
        ++counts[row.signal.code];
    }
    Table table{"signal_counts", {{"code"}, {"signals"}}, {}, not_in_csv};
    for (const auto& [code, count] : counts) {
        table.rows.push_back({{Term{"code", std::string(name(code))}, Count{count}}});
    }
    return table;
}

std::vector<Table> new_signals_tables(const std::vector<app::Signal_row>& rows,
                                      const i18n::Texts& texts) {
    std::vector<Table> tables{signal_counts(rows), signals_table(rows, texts)};
    for (Table& table : tables) {
        table.shown = rows.empty() ? in_json : not_in_csv;
    }
    return tables;
}

} // namespace saldo::cli
