#include "dossier/check_course.hpp"

#include "dossier/codes.hpp"
#include "dossier/faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace saldo::dossier {

namespace {

class Course_checker {
public:
    explicit Course_checker(const Dossier& dossier) : dossier_(dossier) {}

    Findings run() {
        for (std::size_t i = 0; i < dossier_.budget_lines.size(); ++i) {
            check_changes(dossier_.budget_lines[i],
                          fmt::format("/budget_lines/{}/payer_changes", i));
        }
        if (dossier_.course) {
            check_moves(dossier_.course->moves);
            check_proofs(dossier_.course->proofs);
            check_letters(dossier_.course->letters);
            check_goals(dossier_.course->goals);
            check_evaluations(dossier_.course->evaluations);
        }
        return faults_.take();
    }

private:
    void check_changes(const Budget_line& line, const std::string& list) {
        std::optional<Date> before;
        for (std::size_t i = 0; i < line.payer_changes.size(); ++i) {
            const Payer_change& change = line.payer_changes[i];
            const std::string place = fmt::format("{}/{}", list, i);
            faults_.not_before(change.decided, before, place + "/decided");
            faults_.not_before(change.from, change.decided, place + "/from");
            faults_.not_before(change.review, change.decided, place + "/review");
            faults_.digest(change.document, place + "/document");
            if (change.gives) {
                check_given(*change.gives, change.payer, place + "/gives");
            }
            for (std::size_t k = 0; k < change.except.size(); ++k) {
                due(line, change.except[k].due, fmt::format("{}/except/{}/due", place, k));
            }
            before = change.decided;
        }
    }

    void check_given(const Given_money& given, Payer payer, const std::string& place) {
        if (payer != Payer::client) {
            faults_.add(given_by_office, place);
        }
        if (!given.amount.is_positive()) {
            faults_.add(amount_not_positive, place + "/amount", {{"stated", format(given.amount)}});
        }
        if (std::ranges::find(dossier_.living_money, given.living_money, &Living_money::id) ==
            dossier_.living_money.end()) {
            faults_.add(unknown_living_money, place + "/living_money",
                        {{"stated", given.living_money}});
        }
    }

    void check_moves(const std::vector<Rung_move>& moves) {
        if (moves.empty() || moves.front().kind != Move_kind::entry) {
            faults_.add(first_move_is_entry, "/course/moves");
        }
        const Rung_move* before = nullptr;
        for (std::size_t i = 0; i < moves.size(); ++i) {
            const Rung_move& move = moves[i];
            const std::string place = fmt::format("/course/moves/{}", i);
            faults_.not_before(move.from, move.decided, place + "/from");
            faults_.not_before(move.review, move.decided, place + "/review");
            faults_.digest(move.document, place + "/document");
            if (before != nullptr) {
                faults_.not_before(move.decided, before->decided, place + "/decided");
                faults_.not_before(move.from, before->from, place + "/from");
                if (move.kind == Move_kind::entry) {
                    faults_.add(first_move_is_entry, place + "/kind");
                }
                if (before->kind == Move_kind::end) {
                    faults_.add(no_way_on, place);
                }
            }
            before = &move;
        }
    }

    void check_proofs(const std::vector<Payment_proof>& proofs) {
        for (std::size_t i = 0; i < proofs.size(); ++i) {
            const Payment_proof& proof = proofs[i];
            const std::string place = fmt::format("/course/proofs/{}", i);
            faults_.digest(proof.document, place + "/document");
            if (const Budget_line* line = line_of(proof.line, place + "/line")) {
                due(*line, proof.due, place + "/due");
            }
        }
    }

    void check_letters(const std::vector<Sent_letter>& letters) {
        for (std::size_t i = 0; i < letters.size(); ++i) {
            const Sent_letter& letter = letters[i];
            const std::string place = fmt::format("/course/letters/{}", i);
            faults_.digest(letter.document, place + "/document");
            if (!letter.subject.empty()) {
                line_of(letter.subject, place + "/subject");
            }
        }
    }

    void check_goals(const std::vector<Goal>& goals) {
        std::set<std::string_view> ids;
        for (std::size_t i = 0; i < goals.size(); ++i) {
            const Goal& goal = goals[i];
            const std::string place = fmt::format("/course/goals/{}", i);
            if (!ids.insert(goal.id).second) {
                faults_.add(duplicate_id, place + "/id", {{"stated", goal.id}});
            }
            for (std::size_t k = 0; k < goal.steps.size(); ++k) {
                faults_.not_before(goal.steps[k].done, goal.set,
                                   fmt::format("{}/steps/{}/done", place, k));
            }
            if (goal.ended) {
                faults_.not_before(goal.ended->date, goal.set, place + "/ended/date");
            }
        }
    }

    void check_evaluations(const std::vector<Evaluation>& evaluations) {
        std::optional<Date> before;
        for (std::size_t i = 0; i < evaluations.size(); ++i) {
            const Evaluation& evaluation = evaluations[i];
            const std::string place = fmt::format("/course/evaluations/{}", i);
            faults_.not_before(evaluation.date, before, place + "/date");
            faults_.not_before(evaluation.next, evaluation.date, place + "/next");
            faults_.not_before(evaluation.discussed, evaluation.date, place + "/discussed");
            std::set<std::string_view> skills;
            for (std::size_t k = 0; k < evaluation.scores.size(); ++k) {
                if (!skills.insert(evaluation.scores[k].skill).second) {
                    faults_.add(duplicate_id, fmt::format("{}/scores/{}/skill", place, k),
                                {{"stated", evaluation.scores[k].skill}});
                }
            }
            before = evaluation.date;
        }
    }

    const Budget_line* line_of(const std::string& id, std::string place) {
        const auto found = std::ranges::find(dossier_.budget_lines, id, &Budget_line::id);
        if (found != dossier_.budget_lines.end()) {
            return &*found;
        }
        faults_.add(unknown_line, std::move(place), {{"stated", id}});
        return nullptr;
    }

    void due(const Budget_line& line, Date date, std::string place) {
        if (!is_due(line.schedule, date)) {
            faults_.add(not_due, std::move(place), {{"stated", format(date)}, {"line", line.id}});
        }
    }

    const Dossier& dossier_;
    Faults faults_;
};

} // namespace

Findings check_course(const Dossier& dossier) {
    return Course_checker(dossier).run();
}

} // namespace saldo::dossier
