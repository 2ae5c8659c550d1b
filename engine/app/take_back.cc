#include "app/codes.hpp"
#include "app/hand_over.hpp"
#include "app/move_stage.hpp"
#include "app/payer_change.hpp"
#include "app/signals.hpp"
#include "autonomy/permission.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

using autonomy::Event;
using autonomy::Rung;
using dossier::Budget_line;
using dossier::Dossier;
using dossier::Payer;
using dossier::Payer_change;

/// How far back a due date that was missed may lie.
constexpr int missed_days = 62;

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

/// The client pays some due date of the line from that day on, by a change.
bool is_handed_over(const Budget_line& line, Date from) {
    const auto is_clients = [&](Date due) {
        const dossier::Paid_by by = paid_by(line, due);
        return by.by != nullptr && by.payer == Payer::client;
    };
    return is_clients(from) ||
           std::ranges::any_of(line.payer_changes, [&](const Payer_change& change) {
               return change.from >= from && is_clients(change.from);
           });
}

/// Lines that were handed over, and that the fallback rung keeps with the office.
std::vector<std::string> lines_to_take_back(const Changing& changing, const Rung& fallback) {
    std::vector<std::string> lines;
    for (const Budget_line& line : changing.dossier.budget_lines) {
        if (is_handed_over(line, changing.from) &&
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
        if (paid_by(**line, changing->from).payer == Payer::office &&
            !is_handed_over(**line, changing->from)) {
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
