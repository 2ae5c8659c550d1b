#include "cli/stage_report.hpp"

#include "autonomy/names.hpp"
#include "dossier/names.hpp"

#include <algorithm>

namespace saldo::cli {

namespace {

using namespace render;

Count count_of(int number) {
    return {number};
}

Term payer_term(dossier::Payer payer) {
    return {"payer", std::string(name(payer))};
}

Term doer_term(autonomy::Doer doer) {
    return {"doer", std::string(name_in(autonomy::doer_names, doer))};
}

Term form_term(autonomy::Form form) {
    return {"help_form", std::string(name_in(autonomy::form_names, form))};
}

/// The payer is another than the rung has for the line.
bool differs(const app::Line_payer& line) {
    const bool is_client = line.payer == dossier::Payer::client;
    return (line.by_rung == autonomy::Doer::client) != is_client;
}

Table payers_of(const app::Stage_sheet& sheet) {
    Table table{"payers",
                {{"budget_line"},
                 {"name"},
                 {"task"},
                 {"payer"},
                 {"by_stage"},
                 {"differs"},
                 {"gives"},
                 {"with"},
                 {"since"},
                 {"consent"},
                 {"reason"},
                 {"review"}},
                {}};
    for (const app::Line_payer& each : sheet.lines) {
        const auto& change = each.change;
        table.rows.push_back(
            {{Text{each.line.id}, Text{each.line.name}, filled<Text>(each.task),
              payer_term(each.payer), doer_term(each.by_rung), differs(each),
              each.gives ? Cell(each.gives->amount) : Cell(Absent{}),
              each.gives ? Cell(Text{each.gives->living_money}) : Cell(Absent{}),
              change ? Cell(change->from) : Cell(Absent{}),
              change ? Cell(Term{"consent", std::string(name(change->consent))}) : Cell(Absent{}),
              change ? Cell(Text{change->reason}) : Cell(Absent{}),
              change ? filled(change->review) : Cell(Absent{})}});
    }
    return table;
}

Table moves_of(const app::Stage_sheet& sheet) {
    Table table{"stage_moves",
                {{"from"},
                 {"kind"},
                 {"stage"},
                 {"consent"},
                 {"reason"},
                 {"decision"},
                 {"review"},
                 {"decided"},
                 {"document", for_machines},
                 {"user"}},
                {},
                not_in_csv};
    for (const dossier::Rung_move& move : sheet.moves) {
        table.rows.push_back(
            {{move.from, Term{"move_kind", std::string(name(move.kind))}, count_of(move.rung.value),
              Term{"consent", std::string(name(move.consent))}, Text{move.reason},
              filled<Text>(move.decision), filled(move.review), move.decided,
              filled<Text>(move.document), Text{move.user}}});
    }
    return table;
}

Table letters_of(const app::Stage_sheet& sheet) {
    Table table{"stage_letters",
                {{"due"}, {"letter"}, {"name"}, {"addressee"}, {"budget_line"}, {"sent"}},
                {},
                not_in_csv};
    for (const app::Due_letter& each : sheet.letters) {
        table.rows.push_back(
            {{each.due, Text{each.letter.key}, Text{each.letter.name},
              Term{"addressee", std::string(name_in(autonomy::addressee_names, each.letter.to))},
              filled<Text>(each.subject), each.sent ? Cell(each.sent->sent) : Cell(Absent{})}});
    }
    return table;
}

std::vector<Fact> facts_of(const app::Stage_sheet& sheet) {
    return {{"dossier", Text{sheet.dossier}},
            {"on", sheet.on},
            {"stage", count_of(sheet.rung.number)},
            {"stage_name", Text{sheet.rung.name}},
            {"help_form", form_term(sheet.rung.form)},
            {"since", sheet.move.from},
            {"move_kind", Term{"move_kind", std::string(name(sheet.move.kind))}},
            {"goal", filled<Text>(sheet.goal)},
            {"target", count_of(sheet.target.number)},
            {"target_name", Text{sheet.target.name}},
            {"pace", sheet.pace ? Cell(count_of(*sheet.pace)) : Cell(Absent{})},
            {"review", filled(sheet.review)}};
}

Table judgements_of(const app::Stage_proposal& proposal) {
    Table table{"criteria", {{"criterion"}, {"months"}, {"found"}, {"needed"}, {"answer"}}, {}};
    for (const autonomy::Judgement& each : proposal.judgements) {
        table.rows.push_back(
            {{Term{"criterion",
                   std::string(name_in(autonomy::criterion_names, each.criterion.kind))},
              each.criterion.months == 0 ? Cell(Absent{}) : Cell(count_of(each.criterion.months)),
              filled<Text>(each.stated), filled<Text>(each.asked),
              Term{"criterion_answer",
                   std::string(name_in(autonomy::answer_names, each.answer))}}});
    }
    return table;
}

Table proofs_of(const app::Stage_proposal& proposal) {
    Table table{"criterion_proofs",
                {{"criterion"}, {"proof"}, {"of"}, {"date"}, {"amount"}},
                {},
                not_in_csv};
    for (const autonomy::Judgement& each : proposal.judgements) {
        for (const autonomy::Proof& proof : each.proofs) {
            table.rows.push_back({{Term{"criterion", std::string(name_in(autonomy::criterion_names,
                                                                         each.criterion.kind))},
                                   Term{"criterion_proof", proof.what}, filled<Text>(proof.id),
                                   filled(proof.date), filled(proof.amount)}});
        }
    }
    return table;
}

Table crises_of(const app::Stage_proposal& proposal) {
    Table table{"crises",
                {{"date"},
                 {"trigger"},
                 {"name"},
                 {"signal"},
                 {"id"},
                 {"subject"},
                 {"due"},
                 {"stated"},
                 {"expected"}},
                {},
                not_in_csv};
    for (const app::Crisis& each : proposal.crises) {
        const reconcile::Signal& signal = each.signal.signal;
        table.rows.push_back(
            {{signal.date, Text{each.trigger.key}, Text{each.trigger.name},
              Term{"code", std::string(reconcile::name(signal.code))}, Text{short_id(each.signal)},
              filled<Text>(signal.subject), filled(signal.due), filled(signal.stated),
              filled(signal.expected)}});
    }
    return table;
}

std::string listed(const std::vector<std::string>& list) {
    std::string text;
    for (const std::string& each : list) {
        text.append(text.empty() ? "" : ", ").append(each);
    }
    return text;
}

} // namespace

Report stage_report(const app::Stage_sheet& sheet) {
    return {facts_of(sheet), {payers_of(sheet), moves_of(sheet), letters_of(sheet)}, {}};
}

Report stage_list_report(const std::vector<app::Stage_sheet>& sheets) {
    Table table{"stages",
                {{"dossier"},
                 {"stage"},
                 {"stage_name"},
                 {"help_form"},
                 {"since"},
                 {"move_kind"},
                 {"target"},
                 {"client_pays"},
                 {"letters_due"},
                 {"review"}},
                {}};
    for (const app::Stage_sheet& sheet : sheets) {
        const auto by_client =
            std::ranges::count(sheet.lines, dossier::Payer::client, &app::Line_payer::payer);
        const auto letters = std::ranges::count_if(
            sheet.letters, [](const app::Due_letter& each) { return !each.sent; });
        table.rows.push_back(
            {{Text{sheet.dossier}, count_of(sheet.rung.number), Text{sheet.rung.name},
              form_term(sheet.rung.form), sheet.move.from,
              Term{"move_kind", std::string(name(sheet.move.kind))}, count_of(sheet.target.number),
              Count{by_client}, Count{letters}, filled(sheet.review)}});
    }
    return {{}, {std::move(table)}, {}};
}

Report stage_proposal_report(const app::Stage_proposal& proposal) {
    const auto& next = proposal.next;
    const auto& fallback = proposal.fallback;
    return {{{"dossier", Text{proposal.sheet.dossier}},
             {"on", proposal.sheet.on},
             {"stage", count_of(proposal.sheet.rung.number)},
             {"stage_name", Text{proposal.sheet.rung.name}},
             {"target", count_of(proposal.sheet.target.number)},
             {"next_stage", next ? Cell(count_of(next->number)) : Cell(Absent{})},
             {"next_stage_name", next ? Cell(Text{next->name}) : Cell(Absent{})},
             {"ready", proposal.is_ready()},
             {"fallback", fallback ? Cell(count_of(fallback->number)) : Cell(Absent{})},
             {"fallback_name", fallback ? Cell(Text{fallback->name}) : Cell(Absent{})},
             {"take_back", filled<Text>(listed(proposal.take_back))}},
            {judgements_of(proposal), proofs_of(proposal), crises_of(proposal)},
            {}};
}

} // namespace saldo::cli
