#pragma once

#include "dossier/dossier.hpp"
#include "dossier/field_record.hpp"
#include "dossier/names.hpp"

/// The fields of the forms of help, as those of fields.hpp.
namespace saldo::dossier {

template <class Io> void fields(Io& io, Record<Io, Signed>& paper) {
    io.required("date", paper.date);
    io.text("document", paper.document);
}

template <class Io> void fields(Io& io, Record<Io, Mandate_end>& end) {
    io.required("date", end.date);
    io.required("reason", end.reason);
    io.text_unless_empty("note", end.note);
    io.text("user", end.user);
}

template <class Io> void fields(Io& io, Record<Io, Mandate>& mandate) {
    io.required("kind", mandate.kind);
    io.text("decision", mandate.decision);
    io.required("decided", mandate.decided);
    io.period(mandate.period);
    io.usually("mediator", mandate.mediator, Mediator::office);
    io.optional("agreement", mandate.agreement);
    io.optional("proxy", mandate.proxy);
    io.optional("proxy_ended", mandate.proxy_ended);
    io.optional("ended", mandate.ended);
}

template <class Io> void fields(Io& io, Record<Io, Closing_step>& step) {
    io.key("step", step.step);
    io.required("date", step.date);
    io.text_unless_empty("document", step.document);
    io.text("user", step.user);
}

template <class Io> void fields(Io& io, Record<Io, Aftercare_check>& check) {
    io.required("date", check.date);
    io.required("outcome", check.outcome);
    io.text_unless_empty("note", check.note);
    io.text("user", check.user);
}

template <class Io> void fields(Io& io, Record<Io, Office_transfer>& transfer) {
    io.text("office", transfer.office);
    io.text("content", transfer.content);
    io.optional("handed_over", transfer.handed_over);
    io.optional("taken_over", transfer.taken_over);
}

template <class Io> void fields(Io& io, Record<Io, Closing>& closing) {
    io.required("decided", closing.decided);
    io.required("reason", closing.reason);
    io.text_unless_empty("note", closing.note);
    io.text("user", closing.user);
    io.list_unless_empty("steps", closing.steps);
    io.optional("aftercare", closing.aftercare);
    io.list_unless_empty("checks", closing.checks);
    io.optional("transfer", closing.transfer);
}

} // namespace saldo::dossier
