#include "app/codes.hpp"
#include "app/hand_over.hpp"
#include "app/import_dossiers.hpp"
#include "app/position.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

Result<dossier::Dossier> load_on_ladder(Desk& desk, std::string_view number) {
    return find_dossier(desk.work(), number)
        .and_then([&](const Dossier_row& row) -> Result<dossier::Dossier> {
            dossier::Dossier dossier = load_dossier(desk.work(), row.id);
            return dossier.course
                       ? Result<dossier::Dossier>(std::move(dossier))
                       : refuse(course_missing, {{"dossier", row.number},
                                                 {"on", calendar::format(desk.actor().as_of)}});
        });
}

Result<Stage_sheet> keep_paper(Desk& desk, const dossier::Dossier& dossier) {
    return keep_document(desk, dossier).and_then([&](Done) {
        return stage_of(desk.work(), dossier.number, desk.actor().as_of);
    });
}

} // namespace

Result<Stage_sheet>
show_payment(Desk& desk, std::string_view number, dossier::Payment_proof proof) {
    auto dossier = load_on_ladder(desk, number);
    if (!dossier) {
        return refuse(std::move(dossier).error());
    }
    const auto line =
        std::ranges::find(dossier->budget_lines, proof.line, &dossier::Budget_line::id);
    const Params params{{"dossier", dossier->number}, {"line", proof.line}};
    if (line == dossier->budget_lines.end()) {
        return refuse(line_unknown, params);
    }
    if (paid_by(*line, proof.due).payer != dossier::Payer::client &&
        paid_by(*line, proof.due).by == nullptr) {
        return refuse(not_the_clients, {{"dossier", dossier->number},
                                        {"line", proof.line},
                                        {"due", calendar::format(proof.due)}});
    }
    if (proof.seen > desk.actor().as_of) {
        return refuse(date_ahead, {{"stated", calendar::format(proof.seen)},
                                   {"latest", calendar::format(desk.actor().as_of)}});
    }
    proof.user = desk.actor().user;
    dossier->course->proofs.push_back(std::move(proof));
    return keep_paper(desk, *dossier);
}

Result<Stage_sheet> send_letter(Desk& desk, std::string_view number, dossier::Sent_letter letter) {
    auto dossier = load_on_ladder(desk, number);
    if (!dossier) {
        return refuse(std::move(dossier).error());
    }
    const auto sheet = stage_of(desk.work(), number, desk.actor().as_of);
    if (!sheet) {
        return sheet;
    }
    const auto due = std::ranges::find_if(sheet->letters, [&](const Due_letter& each) {
        return each.letter.key == letter.letter && each.subject == letter.subject && !each.sent;
    });
    if (due == sheet->letters.end()) {
        return refuse(
            letter_not_due,
            {{"dossier", dossier->number}, {"letter", letter.letter}, {"line", letter.subject}});
    }
    letter.due = due->due;
    letter.user = desk.actor().user;
    dossier->course->letters.push_back(std::move(letter));
    return keep_paper(desk, *dossier);
}

} // namespace saldo::app
