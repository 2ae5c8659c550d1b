#include "app/propose_stage.hpp"

#include "app/codes.hpp"
#include "app/position.hpp"
#include "app/stage_evidence.hpp"
#include "autonomy/names.hpp"
#include "base/invariant.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

using autonomy::Rung;
using dossier::Dossier;

/// Lines that the rung a dossier stands on leaves to the client, and the office still pays.
std::vector<std::string> still_with_office(const Stage_sheet& sheet) {
    std::vector<std::string> lines;
    for (const Line_payer& each : sheet.lines) {
        if (each.by_rung == autonomy::Doer::client && each.payer == dossier::Payer::office) {
            lines.push_back(each.line.id);
        }
    }
    return lines;
}

std::optional<dossier::Priority> priority_of(const Stage_sheet& sheet, std::string_view subject) {
    const std::string line(subject.substr(subject.find(':') + 1));
    const auto found = std::ranges::find_if(
        sheet.lines, [&](const Line_payer& each) { return each.line.id == line; });
    return found == sheet.lines.end() ? std::nullopt : std::optional(found->line.priority);
}

bool fits(const autonomy::Trigger& trigger, const Stage_sheet& sheet, const Signal_row& row) {
    if (trigger.signal != reconcile::name(row.signal.code) ||
        row.signal.severity == Severity::info) {
        return false;
    }
    const auto priority = priority_of(sheet, row.signal.subject);
    return trigger.priorities.empty() ||
           (priority &&
            std::ranges::find(trigger.priorities, *priority) != trigger.priorities.end());
}

/// After the last take-back: what came before it led to it.
Date crises_since(const Stage_sheet& sheet) {
    Date since = sheet.on.plus_days(-crisis_days);
    for (const dossier::Rung_move& move : sheet.moves) {
        if (move.kind == dossier::Move_kind::takeback || move.kind == dossier::Move_kind::entry) {
            since = std::max(since, move.decided);
        }
    }
    return since;
}

void add_crises(Unit_of_work& work, const autonomy::Ladder& ladder, Stage_proposal& proposal) {
    const Stage_sheet& sheet = proposal.sheet;
    const Date since = crises_since(sheet);
    auto rows = signals(work, {{sheet.dossier}, since, sheet.on, false});
    invariant(rows.has_value(), "the dossier is in the book");
    for (Signal_row& row : *rows) {
        for (const std::string& key : sheet.rung.triggers) {
            const auto trigger = std::ranges::find(ladder.triggers, key, &autonomy::Trigger::key);
            if (row.signal.date >= since && fits(*trigger, sheet, row)) {
                proposal.crises.push_back({*trigger, std::move(row)});
                break;
            }
        }
    }
}

void propose_fallback(const autonomy::Ladder& ladder, Stage_proposal& proposal) {
    const Rung* fallback = autonomy::find_rung(ladder, proposal.sheet.rung.fallback);
    if (proposal.crises.empty() || fallback == nullptr) {
        return;
    }
    proposal.fallback = *fallback;
    for (const Line_payer& each : proposal.sheet.lines) {
        if (each.change && each.payer == dossier::Payer::client &&
            autonomy::pays(ladder, *fallback, each.line) != autonomy::Doer::client) {
            proposal.take_back.push_back(each.line.id);
        }
    }
}

/// The entry of a rung, for a dossier that stands where the sheet says.
std::vector<autonomy::Judgement>
judge_from(Unit_of_work& work, const Stage_sheet& sheet, const Rung& rung) {
    const Dossier_row row = *find_dossier(work, sheet.dossier);
    const Dossier dossier = load_dossier(work, row.id);
    autonomy::Evidence evidence = evidence_for(work, row, dossier, rung, sheet.on);
    evidence.still_office = still_with_office(sheet);
    return autonomy::judge(rung, dossier, evidence);
}

} // namespace

bool Stage_proposal::is_ready() const {
    return next && crises.empty() &&
           std::ranges::all_of(judgements, [](const autonomy::Judgement& each) {
               return each.answer == autonomy::Answer::met;
           });
}

Result<std::vector<autonomy::Judgement>>
judge_rung(Unit_of_work& work, std::string_view dossier, const Rung& rung, Date on) {
    return stage_of(work, dossier, on).map([&](const Stage_sheet& sheet) {
        return judge_from(work, sheet, rung);
    });
}

Finding
finding_of(const autonomy::Judgement& judgement, const std::string& dossier, const Rung& rung) {
    return {
        judgement.answer == autonomy::Answer::unknown ? criteria_unknown : criteria_not_met,
        Severity::error,
        {},
        {{"dossier", dossier},
         {"rung", std::to_string(rung.number)},
         {"criterion", std::string(name_in(autonomy::criterion_names, judgement.criterion.kind))},
         {"stated", judgement.stated},
         {"asked", judgement.asked}}};
}

Result<Stage_proposal> propose_stage(Unit_of_work& work, std::string_view dossier, Date on) {
    auto sheet = stage_of(work, dossier, on);
    if (!sheet) {
        return refuse(std::move(sheet).error());
    }
    const autonomy::Ladder ladder = ladder_on(work, on);
    Stage_proposal proposal{
        .sheet = *std::move(sheet), .judgements = {}, .crises = {}, .take_back = {}};
    const Rung* next = autonomy::find_rung(ladder, proposal.sheet.rung.number + 1);
    if (next != nullptr && !proposal.sheet.has_ended() &&
        proposal.sheet.rung.number < proposal.sheet.target.number) {
        proposal.next = *next;
        proposal.judgements = judge_from(work, proposal.sheet, *next);
    }
    add_crises(work, ladder, proposal);
    propose_fallback(ladder, proposal);
    return proposal;
}

} // namespace saldo::app
