#include "app/payer_change.hpp"

#include "app/codes.hpp"
#include "app/import_dossiers.hpp"
#include "app/position.hpp"
#include "budget/occurrence.hpp"
#include "dossier/names.hpp"

#include <algorithm>

namespace saldo::app {

using autonomy::Ladder;
using dossier::Budget_line;
using dossier::Dossier;
using dossier::Payer;
using dossier::Payer_change;

namespace {

/// How far ahead due dates may be paid already.
constexpr int paid_ahead_days = 400;

bool is_under_way(const Changing& changing, const budget::Occurrence& occurrence) {
    const auto found = changing.position.settled.find({occurrence.subject, occurrence.due});
    return found != changing.position.settled.end() &&
           (found->second.paid.is_positive() || found->second.pending.is_positive());
}

} // namespace

Result<Changing> load_changing(Desk& desk, const std::string& number, std::optional<Date> from) {
    const Date as_of = desk.actor().as_of;
    const auto row = find_dossier(desk.work(), number);
    if (!row) {
        return refuse(row.error());
    }
    Dossier dossier = load_dossier(desk.work(), row->id);
    Ladder ladder = ladder_on(desk.work(), as_of);
    auto rung = rung_of(dossier, ladder, as_of);
    if (!rung) {
        return refuse(std::move(rung).error());
    }
    if (dossier.course->moves.back().kind == dossier::Move_kind::end) {
        return refuse(course_ended, {{"dossier", number}});
    }
    if (from && *from < as_of) {
        return refuse(date_past,
                      {{"stated", calendar::format(*from)}, {"earliest", calendar::format(as_of)}});
    }
    payments::Position position = position_of(desk.work(), *row, dossier);
    return Changing{*row,
                    std::move(dossier),
                    std::move(ladder),
                    *std::move(rung),
                    std::move(position),
                    from.value_or(as_of)};
}

Result<Budget_line*> expense_of(Dossier& dossier, const std::string& id) {
    const Params params{{"dossier", dossier.number}, {"line", id}};
    const auto line = std::ranges::find(dossier.budget_lines, id, &Budget_line::id);
    if (line == dossier.budget_lines.end()) {
        return refuse(line_unknown, params);
    }
    return line->direction == dossier::Direction::expense ? Result<Budget_line*>(&*line)
                                                          : refuse(line_not_expense, params);
}

std::string subject_of(const Budget_line& line) {
    return ledger::code(ledger::Kind::expense, line.id);
}

/// Later due dates that were paid, or are in a run, stay with who paid them.
void except_paid(const Changing& changing,
                 const Budget_line& line,
                 Payer_change& change,
                 Findings& findings) {
    for (const budget::Occurrence& each : budget::occurrences(
             changing.dossier, change.from, change.from.plus_days(paid_ahead_days))) {
        if (each.subject == subject_of(line) && is_under_way(changing, each)) {
            change.except.push_back({each.due});
            findings.push_back(
                {due_stays,
                 Severity::warning,
                 {},
                 {{"dossier", changing.dossier.number},
                  {"line", line.id},
                  {"due", calendar::format(each.due)},
                  {"payer", std::string(name(change.payer == Payer::client ? Payer::office
                                                                           : Payer::client))}}});
        }
    }
}

void record_change(Desk& desk,
                   const Dossier& dossier,
                   const Budget_line& line,
                   const Payer_change& change,
                   const std::string& decision) {
    Params facts{{"line", line.id},
                 {"from", calendar::format(change.from)},
                 {"consent", std::string(name(change.consent))},
                 {"reason", change.reason}};
    const auto add = [&](const char* fact, std::string value) {
        if (!value.empty()) {
            facts.push_back({fact, std::move(value)});
        }
    };
    add("gives", change.gives ? format(change.gives->amount) : std::string());
    add("review", change.review ? calendar::format(*change.review) : std::string());
    add("document", change.document);
    add("decision", decision);
    std::string except;
    for (const dossier::Excepted_due& each : change.except) {
        except.append(except.empty() ? "" : ", ").append(calendar::format(each.due));
    }
    add("except", std::move(except));
    desk.record(change.payer == Payer::client ? line_handed_over_event : line_taken_back_event,
                dossier.number, std::move(facts));
}

Result<Changed_payers> keep_changes(Desk& desk,
                                    const Changing& changing,
                                    std::vector<std::string> lines,
                                    Findings findings) {
    if (auto kept = keep_document(desk, changing.dossier); !kept) {
        return refuse(std::move(kept).error());
    }
    return stage_of(desk.work(), changing.dossier.number, changing.from)
        .map([&](Stage_sheet sheet) {
            return Changed_payers{std::move(sheet), std::move(lines), std::move(findings)};
        });
}

Result<Done> check_words(const Dossier& dossier, const std::string& reason) {
    return reason.empty() ? refuse(reason_missing, {{"dossier", dossier.number}})
                          : Result<Done>(Done());
}

Result<Done> check_consent(const Dossier& dossier, dossier::Consent consent) {
    return consent == dossier::Consent::given
               ? Result<Done>(Done())
               : refuse(consent_missing,
                        {{"dossier", dossier.number}, {"stated", std::string(name(consent))}});
}

} // namespace saldo::app
