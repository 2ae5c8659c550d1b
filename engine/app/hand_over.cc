#include "app/hand_over.hpp"

#include "app/codes.hpp"
#include "app/import_dossiers.hpp"
#include "app/move_stage.hpp"
#include "app/position.hpp"
#include "app/signals.hpp"
#include "autonomy/permission.hpp"
#include "budget/occurrence.hpp"
#include "dossier/names.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

using autonomy::Event;
using autonomy::Ladder;
using autonomy::Rung;
using dossier::Budget_line;
using dossier::Dossier;
using dossier::Payer;
using dossier::Payer_change;

/// How far ahead due dates may be paid already.
constexpr int paid_ahead_days = 400;

/// How far back a due date that was missed may lie.
constexpr int missed_days = 62;

/// A change of payers under way.
struct Changing {
    Dossier_row row;
    Dossier dossier;
    Ladder ladder;
    Rung rung;
    payments::Position position;
    Date from;
};

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

bool is_under_way(const Changing& changing, const budget::Occurrence& occurrence) {
    const auto found = changing.position.settled.find({occurrence.subject, occurrence.due});
    return found != changing.position.settled.end() &&
           (found->second.paid.is_positive() || found->second.pending.is_positive());
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

/// Due dates of the client that were not paid, of which the office gave no money.
void add_missed(Desk& desk,
                const Changing& changing,
                const Budget_line& line,
                Payer_change& change,
                Findings& findings) {
    const Date on = desk.actor().as_of;
    const auto rows =
        signals(desk.work(), {{changing.dossier.number}, on.plus_days(-missed_days), on, true});
    for (const Signal_row& row : rows.value()) {
        const reconcile::Signal& signal = row.signal;
        if (signal.code != reconcile::Signal_code::handed_over_unpaid ||
            signal.subject != subject_of(line) || *signal.due >= change.from) {
            continue;
        }
        if (paid_by(line, *signal.due).gives != nullptr) {
            findings.push_back({missed_was_given,
                                Severity::warning,
                                {},
                                {{"dossier", changing.dossier.number},
                                 {"line", line.id},
                                 {"due", calendar::format(*signal.due)}}});
        } else {
            change.except.push_back({*signal.due});
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

/// Money goes with living money of the same account, unless it is said with which.
Result<dossier::Given_money>
given_for(const Dossier& dossier, const Budget_line& line, const Handover_request& request) {
    const auto living =
        std::ranges::find_if(dossier.living_money, [&](const dossier::Living_money& each) {
            return request.living_money.empty() ? each.account == line.account
                                                : each.id == request.living_money;
        });
    if (living == dossier.living_money.end()) {
        return refuse(living_money_unknown,
                      {{"dossier", dossier.number}, {"stated", request.living_money}});
    }
    return dossier::Given_money{request.gives.value_or(line.schedule.amount), living->id};
}

/// The lines asked for, and all that the rung leaves to the client and the office still pays.
std::vector<std::string> lines_to_hand_over(const Changing& changing,
                                            const Handover_request& request) {
    std::vector<std::string> lines = request.lines;
    for (const Budget_line& line : changing.dossier.budget_lines) {
        if (request.all_of_rung && line.direction == dossier::Direction::expense &&
            autonomy::pays(changing.ladder, changing.rung, line) == autonomy::Doer::client &&
            paid_by(line, changing.from).payer == Payer::office &&
            line.schedule.period.last().value_or(changing.from) >= changing.from) {
            lines.push_back(line.id);
        }
    }
    std::ranges::sort(lines);
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
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

/// Whether the line may become the client's, on this rung.
Result<Done>
check_handover(const Changing& changing, const Budget_line& line, const Handover_request& request) {
    if (paid_by(line, changing.from).payer == Payer::client) {
        return refuse(payer_same, {{"dossier", changing.dossier.number}, {"line", line.id}});
    }
    const bool is_of_rung =
        autonomy::pays(changing.ladder, changing.rung, line) == autonomy::Doer::client;
    return permit(changing.rung, is_of_rung ? Event::handover : Event::handover_ahead,
                  request.decision);
}

/// Lines that were handed over, and that the fallback rung keeps with the office.
std::vector<std::string> lines_to_take_back(const Changing& changing, const Rung& fallback) {
    std::vector<std::string> lines;
    for (const Budget_line& line : changing.dossier.budget_lines) {
        const dossier::Paid_by by = paid_by(line, changing.from);
        if (by.by != nullptr && by.payer == Payer::client &&
            autonomy::pays(changing.ladder, fallback, line) != autonomy::Doer::client) {
            lines.push_back(line.id);
        }
    }
    return lines;
}

/// The office pays from an account on which it has a proxy, or on which it had none on paper.
Result<Done> check_proxy(const Dossier& dossier, Date from) {
    bool had_one = false;
    for (const dossier::Mandate& mandate : dossier.mandates) {
        if (mandate.proxy) {
            had_one = true;
            if (!mandate.proxy_ended || *mandate.proxy_ended >= from) {
                return Done();
            }
        }
    }
    return had_one ? refuse(proxy_ended, {{"dossier", dossier.number}}) : Result<Done>(Done());
}

Result<Done> check_takeback(const Changing& changing, const Takeback_request& request) {
    if (request.consent != dossier::Consent::given && request.decision.empty()) {
        return check_consent(changing.dossier, request.consent);
    }
    return check_words(changing.dossier, request.reason)
        .and_then([&](Done) {
            return permit(changing.rung, request.agreed ? Event::takeback : Event::crisis,
                          request.decision);
        })
        .and_then([&](Done) { return check_proxy(changing.dossier, changing.from); });
}

Date review_of(const Changing& changing, const Takeback_request& request) {
    constexpr int week = 7;
    return request.review.value_or(
        changing.from.plus_days(week * changing.ladder.crisis_review_weeks));
}

/// Back to the fallback rung, from the day on which the lines come back.
void fall_back(Desk& desk, Changing& changing, const Takeback_request& request) {
    add_move(desk, changing.dossier,
             {.decided = desk.actor().as_of,
              .from = std::max(changing.from, changing.dossier.course->moves.back().from),
              .kind = dossier::Move_kind::takeback,
              .rung = {changing.rung.fallback},
              .reason = request.reason,
              .consent = request.consent,
              .decision = request.decision,
              .document = request.document,
              .review = review_of(changing, request),
              .user = desk.actor().user});
}

} // namespace

Result<Changed_payers> hand_over(Desk& desk, const Handover_request& request) {
    auto changing = load_changing(desk, request.dossier, request.from);
    if (!changing) {
        return refuse(std::move(changing).error());
    }
    const auto checked = check_words(changing->dossier, request.reason).and_then([&](Done) {
        return check_consent(changing->dossier, request.consent);
    });
    if (!checked) {
        return refuse(checked.error());
    }
    const std::vector<std::string> lines = lines_to_hand_over(*changing, request);
    if (lines.empty()) {
        return refuse(nothing_to_hand_over, {{"dossier", request.dossier}});
    }
    Findings findings;
    for (const std::string& id : lines) {
        const auto line = expense_of(changing->dossier, id);
        if (!line) {
            return refuse(line.error());
        }
        if (const auto allowed = check_handover(*changing, **line, request); !allowed) {
            return refuse(allowed.error());
        }
        Payer_change change{.decided = desk.actor().as_of,
                            .from = changing->from,
                            .payer = Payer::client,
                            .gives = {},
                            .reason = request.reason,
                            .consent = request.consent,
                            .document = request.document,
                            .review = request.review.value_or(calendar::plus_months(
                                changing->from, changing->rung.review_months)),
                            .user = desk.actor().user};
        if (request.gives_amount || request.gives) {
            auto given = given_for(changing->dossier, **line, request);
            if (!given) {
                return refuse(std::move(given).error());
            }
            change.gives = *std::move(given);
        }
        except_paid(*changing, **line, change, findings);
        record_change(desk, changing->dossier, **line, change, request.decision);
        (*line)->payer_changes.push_back(std::move(change));
    }
    return keep_changes(desk, *changing, lines, std::move(findings));
}

Result<Changed_payers> take_back(Desk& desk, const Takeback_request& request) {
    auto changing = load_changing(desk, request.dossier, request.from);
    if (!changing) {
        return refuse(std::move(changing).error());
    }
    if (const auto checked = check_takeback(*changing, request); !checked) {
        return refuse(checked.error());
    }
    const Rung* fallback = autonomy::find_rung(changing->ladder, changing->rung.fallback);
    const std::vector<std::string> lines = !request.lines.empty() || fallback == nullptr
                                               ? request.lines
                                               : lines_to_take_back(*changing, *fallback);
    if (lines.empty() && (request.agreed || changing->rung.fallback == changing->rung.number)) {
        return refuse(nothing_to_take_back, {{"dossier", request.dossier}});
    }
    Findings findings;
    for (const std::string& id : lines) {
        const auto line = expense_of(changing->dossier, id);
        if (!line) {
            return refuse(line.error());
        }
        if (paid_by(**line, changing->from).payer == Payer::office) {
            return refuse(payer_same, {{"dossier", request.dossier}, {"line", id}});
        }
        Payer_change change{.decided = desk.actor().as_of,
                            .from = changing->from,
                            .payer = Payer::office,
                            .gives = {},
                            .reason = request.reason,
                            .consent = request.consent,
                            .document = request.document,
                            .review = request.agreed ? request.review
                                                     : std::optional(review_of(*changing, request)),
                            .user = desk.actor().user};
        except_paid(*changing, **line, change, findings);
        if (request.missed) {
            add_missed(desk, *changing, **line, change, findings);
        }
        record_change(desk, changing->dossier, **line, change, request.decision);
        (*line)->payer_changes.push_back(std::move(change));
    }
    if (!request.agreed && changing->rung.fallback != changing->rung.number) {
        fall_back(desk, *changing, request);
    }
    return keep_changes(desk, *changing, lines, std::move(findings));
}

} // namespace saldo::app
