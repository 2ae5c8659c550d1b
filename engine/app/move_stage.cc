#include "app/move_stage.hpp"

#include "app/codes.hpp"
#include "app/import_dossiers.hpp"
#include "app/position.hpp"
#include "app/propose_stage.hpp"
#include "autonomy/permission.hpp"
#include "budget/occurrence.hpp"
#include "dossier/names.hpp"

#include <algorithm>
#include <set>

namespace saldo::app {

namespace {

using autonomy::Event;
using autonomy::Ladder;
using autonomy::Rung;
using dossier::Dossier;
using dossier::Move_kind;
using dossier::Rung_move;

/// How far ahead what the office pays is looked at.
constexpr int pays_ahead_days = 62;

Date first_day(const Desk& desk, const Move_request& request) {
    return request.from.value_or(desk.actor().as_of);
}

Result<Done> check_request(const Desk& desk, const Dossier& dossier, const Move_request& request) {
    const Date earliest = dossier.course
                              ? std::max(desk.actor().as_of, dossier.course->moves.back().from)
                              : desk.actor().as_of;
    if (const Date from = first_day(desk, request); from < earliest) {
        return refuse(date_past, {{"stated", calendar::format(from)},
                                  {"earliest", calendar::format(earliest)}});
    }
    if (request.reason.empty()) {
        return refuse(reason_missing, {{"dossier", dossier.number}});
    }
    if (request.consent != dossier::Consent::given) {
        return refuse(consent_missing, {{"dossier", dossier.number},
                                        {"stated", std::string(name(request.consent))}});
    }
    return Done();
}

/// A form of help that was decided holds on that day.
Result<Done> check_form(const Dossier& dossier, const Rung& rung, Date from) {
    const auto kind = autonomy::mandate_of(rung.form);
    const bool is_decided =
        !kind || std::ranges::any_of(dossier.mandates, [&](const dossier::Mandate& mandate) {
            return mandate.kind == *kind && mandate.period.contains(from);
        });
    return is_decided ? Result<Done>(Done())
                      : refuse(mandate_missing, {{"dossier", dossier.number},
                                                 {"rung", std::to_string(rung.number)},
                                                 {"kind", std::string(name(*kind))},
                                                 {"from", calendar::format(from)}});
}

/// Without a proxy the office pays nothing.
Result<Done> check_payers(const Dossier& dossier, const Rung& rung, Date from) {
    if (rung.proxy || rung.form == autonomy::Form::intake) {
        return Done();
    }
    std::set<std::string> subjects;
    for (const budget::Occurrence& each :
         budget::occurrences(dossier, from, from.plus_days(pays_ahead_days))) {
        if (each.direction == dossier::Direction::expense && !is_set_aside(each) &&
            each.payer == dossier::Payer::office) {
            subjects.insert(each.subject);
        }
    }
    if (subjects.empty()) {
        return Done();
    }
    std::string list;
    for (const std::string& subject : subjects) {
        list.append(list.empty() ? "" : ", ").append(subject);
    }
    return refuse(
        office_still_pays,
        {{"dossier", dossier.number}, {"rung", std::to_string(rung.number)}, {"subjects", list}});
}

Rung_move move_of(const Desk& desk, const Move_request& request, Move_kind kind, const Rung& rung) {
    const Date from = first_day(desk, request);
    return {.decided = desk.actor().as_of,
            .from = from,
            .kind = kind,
            .rung = {rung.number},
            .reason = request.reason,
            .consent = request.consent,
            .decision = request.decision,
            .document = request.document,
            .review = kind == Move_kind::end && !request.review
                          ? std::nullopt
                          : std::optional(request.review.value_or(
                                calendar::plus_months(from, rung.review_months))),
            .user = desk.actor().user};
}

Result<Stage_sheet> keep(Desk& desk, const Dossier& dossier, Date on) {
    if (auto kept = keep_document(desk, dossier); !kept) {
        return refuse(std::move(kept).error());
    }
    return stage_of(desk.work(), dossier.number, on);
}

/// The first criterion that is not met stands in the refusal, and how many there are.
Result<Done> check_criteria(Desk& desk, const Move_request& request, const Rung& rung) {
    if (!request.decision.empty()) {
        return Done();
    }
    auto proposal = judge_rung(desk.work(), request.dossier, rung, desk.actor().as_of);
    if (!proposal) {
        return refuse(std::move(proposal).error());
    }
    Findings findings;
    for (const autonomy::Judgement& each : *proposal) {
        if (each.answer != autonomy::Answer::met) {
            findings.push_back(finding_of(each, request.dossier, rung));
        }
    }
    return findings.empty() ? Result<Done>(Done()) : refuse(Refusal(std::move(findings)));
}

/// A dossier on the ladder, and where it stands or is to stand by its last step.
struct Standing_dossier {
    Dossier dossier;
    Ladder ladder;
    Rung rung;
};

Result<Standing_dossier> load_standing(Desk& desk, const std::string& number) {
    const auto row = find_dossier(desk.work(), number);
    if (!row) {
        return refuse(row.error());
    }
    Dossier dossier = load_dossier(desk.work(), row->id);
    Ladder ladder = ladder_on(desk.work(), desk.actor().as_of);
    const Date day = dossier.course
                         ? std::max(desk.actor().as_of, dossier.course->moves.back().from)
                         : desk.actor().as_of;
    auto rung = rung_of(dossier, ladder, day);
    if (!rung) {
        return refuse(std::move(rung).error());
    }
    if (dossier.course->moves.back().kind == Move_kind::end) {
        return refuse(course_ended, {{"dossier", number}});
    }
    return Standing_dossier{std::move(dossier), std::move(ladder), *std::move(rung)};
}

/// The rung to go to, if it may be gone to.
Result<const Rung*>
rung_to_go_to(Desk& desk, const Standing_dossier& standing, const Move_request& request) {
    const Rung* wanted = autonomy::find_rung(standing.ladder, request.rung);
    const Params params{{"dossier", request.dossier}, {"rung", std::to_string(request.rung)}};
    if (wanted == nullptr) {
        return refuse(rung_unknown, params);
    }
    const auto event = autonomy::event_between(standing.rung.number, wanted->number);
    if (!event) {
        return refuse(rung_same, params);
    }
    const Date from = first_day(desk, request);
    const auto checked =
        permit(standing.rung, *event, request.decision)
            .and_then([&](Done) { return check_request(desk, standing.dossier, request); })
            .and_then([&](Done) {
                return *event == Event::down ? Result<Done>(Done())
                                             : check_criteria(desk, request, *wanted);
            })
            .and_then([&](Done) { return check_form(standing.dossier, *wanted, from); })
            .and_then([&](Done) { return check_payers(standing.dossier, *wanted, from); });
    return checked ? Result<const Rung*>(wanted) : refuse(checked.error());
}

} // namespace

void add_move(Desk& desk, Dossier& dossier, Rung_move move) {
    Params facts{{"kind", std::string(name(move.kind))},
                 {"rung", std::to_string(move.rung.value)},
                 {"from", calendar::format(move.from)},
                 {"consent", std::string(name(move.consent))},
                 {"reason", move.reason}};
    if (!move.decision.empty()) {
        facts.push_back({"decision", move.decision});
    }
    if (!move.document.empty()) {
        facts.push_back({"document", move.document});
    }
    desk.record(stage_moved_event, dossier.number, std::move(facts));
    dossier.course->moves.push_back(std::move(move));
}

Result<Stage_sheet> enter_ladder(Desk& desk, const Entry_request& request) {
    const auto row = find_dossier(desk.work(), request.move.dossier);
    if (!row) {
        return refuse(row.error());
    }
    Dossier dossier = load_dossier(desk.work(), row->id);
    if (dossier.course) {
        return refuse(course_exists, {{"dossier", row->number}});
    }
    const Ladder ladder = ladder_on(desk.work(), desk.actor().as_of);
    for (const int number : {request.move.rung, request.target}) {
        if (autonomy::find_rung(ladder, number) == nullptr) {
            return refuse(rung_unknown,
                          {{"dossier", row->number}, {"rung", std::to_string(number)}});
        }
    }
    const Rung& rung = *autonomy::find_rung(ladder, request.move.rung);
    const Date from = first_day(desk, request.move);
    const auto checked =
        permit(rung, Event::entry, request.move.decision)
            .and_then([&](Done) { return check_request(desk, dossier, request.move); })
            .and_then([&](Done) { return check_form(dossier, rung, from); })
            .and_then([&](Done) { return check_payers(dossier, rung, from); });
    if (!checked) {
        return refuse(checked.error());
    }
    dossier.course =
        dossier::Course{.goal = request.goal, .target = {request.target}, .pace = {}, .moves = {}};
    if (request.pace) {
        dossier.course->pace = dossier::Small{*request.pace};
    }
    add_move(desk, dossier, move_of(desk, request.move, Move_kind::entry, rung));
    return keep(desk, dossier, from);
}

Result<Stage_sheet> move_stage(Desk& desk, const Move_request& request) {
    auto standing = load_standing(desk, request.dossier);
    if (!standing) {
        return refuse(std::move(standing).error());
    }
    const auto wanted = rung_to_go_to(desk, *standing, request);
    if (!wanted) {
        return refuse(wanted.error());
    }
    const Move_kind kind =
        (*wanted)->number > standing->rung.number ? Move_kind::up : Move_kind::down;
    add_move(desk, standing->dossier, move_of(desk, request, kind, **wanted));
    return keep(desk, standing->dossier, first_day(desk, request));
}

Result<Stage_sheet> leave_ladder(Desk& desk, const Move_request& request) {
    auto standing = load_standing(desk, request.dossier);
    if (!standing) {
        return refuse(std::move(standing).error());
    }
    const auto allowed = request.client_asks ? Result<Done>(Done())
                                             : permit(standing->rung, Event::end, request.decision);
    const auto checked =
        allowed.and_then([&](Done) { return check_request(desk, standing->dossier, request); });
    if (!checked) {
        return refuse(checked.error());
    }
    add_move(desk, standing->dossier, move_of(desk, request, Move_kind::end, standing->rung));
    return keep(desk, standing->dossier, first_day(desk, request));
}

} // namespace saldo::app
