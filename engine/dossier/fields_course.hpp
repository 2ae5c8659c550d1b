#pragma once

#include "dossier/dossier.hpp"
#include "dossier/field_record.hpp"
#include "dossier/names.hpp"

/// The fields of the way on the ladder, as those of fields.hpp.
namespace saldo::dossier {

template <class Io> void fields(Io& io, Record<Io, Given_money>& given) {
    io.required("amount", given.amount);
    io.key("living_money", given.living_money);
}

template <class Io> void fields(Io& io, Record<Io, Excepted_due>& except) {
    io.required("due", except.due);
}

template <class Io> void fields(Io& io, Record<Io, Payer_change>& change) {
    io.required("decided", change.decided);
    io.required("from", change.from);
    io.required("payer", change.payer);
    io.optional("gives", change.gives);
    io.list_unless_empty("except", change.except);
    io.text("reason", change.reason);
    io.required("consent", change.consent);
    io.text_unless_empty("document", change.document);
    io.optional("review", change.review);
    io.text("user", change.user);
}

template <class Io> void fields(Io& io, Record<Io, Rung_move>& move) {
    io.required("decided", move.decided);
    io.required("from", move.from);
    io.required("kind", move.kind);
    io.required("rung", move.rung);
    io.text("reason", move.reason);
    io.required("consent", move.consent);
    io.text_unless_empty("decision", move.decision);
    io.text_unless_empty("document", move.document);
    io.optional("review", move.review);
    io.text("user", move.user);
}

template <class Io> void fields(Io& io, Record<Io, Payment_proof>& proof) {
    io.key("line", proof.line);
    io.required("due", proof.due);
    io.required("seen", proof.seen);
    io.yes_or_no("paid", proof.paid);
    io.text_unless_empty("document", proof.document);
    io.text("user", proof.user);
}

template <class Io> void fields(Io& io, Record<Io, Sent_letter>& letter) {
    io.key("letter", letter.letter);
    io.key_unless_empty("subject", letter.subject);
    io.required("due", letter.due);
    io.required("sent", letter.sent);
    io.text_unless_empty("document", letter.document);
    io.text("user", letter.user);
}

template <class Io> void fields(Io& io, Record<Io, Goal_step>& step) {
    io.text("what", step.what);
    io.text("who", step.who);
    io.required("by", step.by);
    io.optional("done", step.done);
}

template <class Io> void fields(Io& io, Record<Io, Goal_end>& end) {
    io.required("date", end.date);
    io.required("outcome", end.outcome);
    io.text("user", end.user);
}

template <class Io> void fields(Io& io, Record<Io, Goal>& goal) {
    io.key("id", goal.id);
    io.required("set", goal.set);
    io.text("words", goal.words);
    io.text("user", goal.user);
    io.list_unless_empty("steps", goal.steps);
    io.optional("ended", goal.ended);
}

template <class Io> void fields(Io& io, Record<Io, Skill_score>& score) {
    io.key("skill", score.skill);
    io.required("score", score.score);
}

template <class Io> void fields(Io& io, Record<Io, Evaluation>& evaluation) {
    io.required("date", evaluation.date);
    io.list("scores", evaluation.scores);
    io.required("conclusion", evaluation.conclusion);
    io.text("words", evaluation.words);
    io.optional("next", evaluation.next);
    io.optional("discussed", evaluation.discussed);
    io.text("user", evaluation.user);
}

template <class Io> void fields(Io& io, Record<Io, Course>& course) {
    io.text("goal", course.goal);
    io.required("target", course.target);
    io.optional("pace", course.pace);
    io.list("moves", course.moves);
    io.list_unless_empty("proofs", course.proofs);
    io.list_unless_empty("letters", course.letters);
    io.list_unless_empty("goals", course.goals);
    io.list_unless_empty("evaluations", course.evaluations);
}

} // namespace saldo::dossier
