#include "app/stages.hpp"

#include "app/codes.hpp"
#include "app/position.hpp"
#include "app/read_ahead.hpp"
#include "app/settings.hpp"
#include "autonomy/ladder_document.hpp"
#include "base/invariant.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

using autonomy::Ladder;
using autonomy::Letter;
using autonomy::Occasion;
using autonomy::Rung;
using dossier::Dossier;

Result<Rung> rung_numbered(const Ladder& ladder, const std::string& dossier, int number) {
    const Rung* rung = autonomy::find_rung(ladder, number);
    return rung == nullptr
               ? refuse(rung_unknown, {{"dossier", dossier}, {"rung", std::to_string(number)}})
               : Result<Rung>(*rung);
}

bool is_over(const dossier::Budget_line& line, Date on) {
    const auto last = line.schedule.period.last();
    return last && *last < on;
}

/// What was decided on a day or before.
std::vector<dossier::Rung_move> known_moves(const dossier::Course& course, Date on) {
    std::vector<dossier::Rung_move> moves;
    std::ranges::copy_if(course.moves, std::back_inserter(moves),
                         [&](const auto& move) { return move.decided <= on; });
    return moves;
}

class Sheet_maker {
public:
    Sheet_maker(const Dossier& dossier, const Ladder& ladder, Date on)
        : dossier_(dossier), ladder_(ladder), on_(on) {}

    Result<Stage_sheet> make() {
        auto rung = rung_of(dossier_, ladder_, on_);
        if (!rung) {
            return refuse(rung.error());
        }
        const dossier::Course& course = *dossier_.course;
        auto target = rung_numbered(ladder_, dossier_.number, course.target.value);
        if (!target) {
            return refuse(target.error());
        }
        Stage_sheet sheet{.dossier = dossier_.number,
                          .on = on_,
                          .goal = course.goal,
                          .rung = *std::move(rung),
                          .target = *std::move(target),
                          .move = *rung_on(course, on_, on_),
                          .moves = known_moves(course, on_),
                          .lines = {},
                          .letters = {}};
        if (course.pace) {
            sheet.pace = course.pace->value;
        }
        add_lines(sheet);
        add_letters(sheet);
        add_review(sheet);
        return sheet;
    }

private:
    void add_lines(Stage_sheet& sheet) {
        for (const dossier::Budget_line& line : dossier_.budget_lines) {
            if (line.direction != dossier::Direction::expense || is_over(line, on_)) {
                continue;
            }
            const dossier::Paid_by by = paid_by(line, on_, on_);
            const autonomy::Task* task = autonomy::task_of(ladder_, line);
            Line_payer made{.line = line,
                            .task = task == nullptr ? std::string() : task->key,
                            .payer = by.payer,
                            .by_rung = autonomy::pays(ladder_, sheet.rung, line)};
            if (by.gives != nullptr) {
                made.gives = *by.gives;
            }
            if (by.by != nullptr) {
                made.change = *by.by;
            }
            sheet.lines.push_back(std::move(made));
        }
    }

    void add_letters(Stage_sheet& sheet) {
        for (const dossier::Rung_move& move : sheet.moves) {
            const Rung* rung = autonomy::find_rung(ladder_, move.rung.value);
            if (rung == nullptr || move.kind == dossier::Move_kind::end) {
                continue;
            }
            for (const Letter& letter : ladder_.letters) {
                if (letter.occasion == Occasion::rung &&
                    std::ranges::find(rung->letters, letter.key) != rung->letters.end()) {
                    add_letter(sheet, letter, {}, move.from);
                }
            }
        }
        for (const dossier::Budget_line& line : dossier_.budget_lines) {
            for (const dossier::Payer_change& change : line.payer_changes) {
                if (change.decided > on_) {
                    continue;
                }
                const Occasion occasion = change.payer == dossier::Payer::client
                                              ? Occasion::handover
                                              : Occasion::takeback;
                for (const Letter& letter : ladder_.letters) {
                    if (letter.occasion == occasion) {
                        add_letter(sheet, letter, line.id, change.from);
                    }
                }
            }
        }
        std::ranges::stable_sort(sheet.letters, {}, &Due_letter::due);
    }

    void
    add_letter(Stage_sheet& sheet, const Letter& letter, const std::string& subject, Date due) {
        Due_letter made{letter, subject, due};
        for (const dossier::Sent_letter& sent : dossier_.course->letters) {
            if (sent.letter == letter.key && sent.subject == subject && sent.due == due &&
                sent.sent <= on_) {
                made.sent = sent;
            }
        }
        sheet.letters.push_back(std::move(made));
    }

    /// The first of those that are not behind an evaluation.
    void add_review(Stage_sheet& sheet) {
        std::optional<Date> evaluated;
        for (const dossier::Evaluation& each : dossier_.course->evaluations) {
            if (each.date <= on_) {
                evaluated = each.date;
                take_review(sheet, each.next, evaluated);
            }
        }
        take_review(sheet, sheet.move.review, evaluated);
        for (const Line_payer& line : sheet.lines) {
            if (line.change) {
                take_review(sheet, line.change->review, evaluated);
            }
        }
    }

    static void
    take_review(Stage_sheet& sheet, std::optional<Date> review, std::optional<Date> evaluated) {
        if (review && (!evaluated || *evaluated < *review)) {
            sheet.review = sheet.review ? std::min(*sheet.review, *review) : *review;
        }
    }

    const Dossier& dossier_;
    const Ladder& ladder_;
    Date on_;
};

} // namespace

Ladder ladder_on(Unit_of_work& work, Date on) {
    auto ladder = autonomy::read_ladder(setting_on(work, "ladder", on));
    invariant(ladder.has_value(), "a ladder in the book can be read");
    return *std::move(ladder);
}

Result<Rung> rung_of(const Dossier& dossier, const Ladder& ladder, Date on) {
    const dossier::Rung_move* move = dossier.course ? rung_on(*dossier.course, on, on) : nullptr;
    return move == nullptr
               ? refuse(course_missing, {{"dossier", dossier.number}, {"on", calendar::format(on)}})
               : rung_numbered(ladder, dossier.number, move->rung.value);
}

Result<Stage_sheet> stage_of(Unit_of_work& work, std::string_view dossier, Date on) {
    return find_dossier(work, dossier).and_then([&](const Dossier_row& row) {
        const Dossier loaded = load_dossier(work, row.id);
        const Ladder ladder = ladder_on(work, on);
        return Sheet_maker(loaded, ladder, on).make();
    });
}

Result<std::vector<Stage_sheet>> stages_on(Unit_of_work& work, Date on) {
    const Ladder ladder = ladder_on(work, on);
    std::vector<Stage_sheet> sheets;
    std::optional<Refusal> refusal;
    each_dossier(work, [&](const Dossier_row&, const Dossier& dossier) {
        if (!dossier.course || rung_on(*dossier.course, on, on) == nullptr) {
            return;
        }
        auto sheet = Sheet_maker(dossier, ladder, on).make();
        if (sheet) {
            sheets.push_back(*std::move(sheet));
        } else if (!refusal) {
            refusal = std::move(sheet).error();
        }
    });
    return refusal ? Result<std::vector<Stage_sheet>>(refuse(*std::move(refusal)))
                   : Result<std::vector<Stage_sheet>>(std::move(sheets));
}

} // namespace saldo::app
