#pragma once

#include "dossier/dossier.hpp"
#include "dossier/fields_course.hpp"
#include "dossier/fields_help.hpp"
#include "dossier/names.hpp"

/// The form of a dossier's document: each record's fields, once, in the order they are written.
/// `Io` is Field_reader or Field_writer; both walk these functions, so what is written is what is
/// read. The published form is schemas/json/dossier.schema.json.
namespace saldo::dossier {

inline constexpr std::string_view document_schema = "saldo/dossier/1";

template <class Io> void fields(Io& io, Record<Io, Address>& address) {
    io.text("street", address.street);
    io.text("house_number", address.house_number);
    io.text_unless_empty("box", address.box);
    io.text("postal_code", address.postal_code);
    io.text("town", address.town);
    io.text("country", address.country);
}

template <class Io> void fields(Io& io, Record<Io, Member>& member) {
    io.required("role", member.role);
    io.text("family_name", member.family_name);
    io.text("given_name", member.given_name);
    io.optional("birth_date", member.birth_date);
    io.optional("national_number", member.national_number);
}

template <class Io> void fields(Io& io, Record<Io, Household>& household) {
    io.word("kind", household.kind, household_kinds);
    io.word("language", household.language, languages);
    io.optional("address", household.address);
    io.list("members", household.members);
}

template <class Io> void fields(Io& io, Record<Io, Worker>& worker) {
    io.text("user", worker.user);
    io.word("role", worker.role, worker_roles);
    io.period(worker.period);
}

template <class Io> void fields(Io& io, Record<Io, Opening>& opening) {
    io.required("date", opening.date);
    io.required("balance", opening.balance);
}

template <class Io> void fields(Io& io, Record<Io, Account>& account) {
    io.key("id", account.id);
    io.required("kind", account.kind);
    io.required("iban", account.iban);
    io.optional("bic", account.bic);
    io.text("holder", account.holder);
    io.optional("opening", account.opening);
    io.unless_zero("overdraft", account.overdraft);
    io.unless_zero("warn_below", account.warn_below);
    io.optional("closed", account.closed);
}

template <class Io> void fields(Io& io, Record<Io, Schedule>& schedule) {
    io.required("rhythm", schedule.rhythm);
    io.required("anchor", schedule.anchor);
    io.required("amount", schedule.amount);
    io.period(schedule.period);
}

template <class Io> void fields(Io& io, Record<Io, Pot>& pot) {
    io.key("id", pot.id);
    io.key("account", pot.account);
    io.text("name", pot.name);
    io.unless_zero("opening", pot.opening);
    io.optional("set_aside", pot.set_aside);
}

template <class Io> void fields(Io& io, Record<Io, party::Payee>& payee) {
    io.text("name", payee.name);
    io.optional("iban", payee.iban);
    io.optional("bic", payee.bic);
}

/// Priority, payer and moves say how to pay, so an income has none of them.
template <class Io> void fields(Io& io, Record<Io, Budget_line>& line) {
    io.key("id", line.id);
    io.required("direction", line.direction);
    io.text("name", line.name);
    io.text("category", line.category);
    if (line.direction == Direction::expense) {
        io.required("priority", line.priority);
    }
    io.required("schedule", line.schedule);
    io.key("account", line.account);
    io.key_unless_empty("pot", line.pot);
    io.required("counterparty", line.counterparty);
    io.communication("communication", line.communication);
    if (line.direction == Direction::expense) {
        io.text_unless_empty("mandate", line.mandate);
        io.required("payer", line.payer);
        io.list_unless_empty("payer_changes", line.payer_changes);
        io.required("moves", line.moves);
    }
    io.unless_zero("margin", line.margin);
    io.optional("margin_share", line.margin_share);
}

template <class Io> void fields(Io& io, Record<Io, Living_money>& living_money) {
    io.key("id", living_money.id);
    io.text("name", living_money.name);
    io.required("schedule", living_money.schedule);
    io.key("account", living_money.account);
    io.required("to", living_money.to);
    io.communication("communication", living_money.communication);
    io.required("moves", living_money.moves);
}

template <class Io> void fields(Io& io, Record<Io, Instalment>& instalment) {
    io.required("schedule", instalment.schedule);
    io.key("account", instalment.account);
    io.key_unless_empty("pot", instalment.pot);
    io.communication("communication", instalment.communication);
    io.text_unless_empty("mandate", instalment.mandate);
    io.required("moves", instalment.moves);
}

template <class Io> void fields(Io& io, Record<Io, Credit>& credit) {
    io.required("kind", credit.kind);
    io.optional("amount", credit.amount);
    io.optional("total_payable", credit.total_payable);
    io.optional("rate", credit.rate);
    io.optional("apr", credit.apr);
    io.optional("arrears", credit.arrears);
    io.count_unless_empty("missed", credit.missed);
    io.optional("ended", credit.ended);
}

template <class Io> void fields(Io& io, Record<Io, Contract>& contract) {
    io.optional("date", contract.date);
    io.optional("regime", contract.regime);
    io.optional("late_rate", contract.late_rate);
    io.optional("penalty", contract.penalty);
    io.optional("credit", contract.credit);
    io.optional("public_debt", contract.public_debt);
}

template <class Io> void fields(Io& io, Record<Io, Title>& title) {
    io.required("kind", title.kind);
    io.required("date", title.date);
}

template <class Io> void fields(Io& io, Record<Io, Bound_party>& party) {
    io.text("name", party.name);
    io.required("role", party.role);
}

template <class Io> void fields(Io& io, Record<Io, Item>& item) {
    io.required("date", item.date);
    io.required("kind", item.kind);
    io.required("amount", item.amount);
    io.text_unless_empty("document", item.document);
}

template <class Io> void fields(Io& io, Record<Io, Interest_rule>& rule) {
    io.required("source", rule.source);
    io.optional("rate", rule.rate);
    io.required("from", rule.from);
}

template <class Io> void fields(Io& io, Record<Io, Interest_stop>& stop) {
    io.period(stop.period);
    io.required("reason", stop.reason);
}

template <class Io> void fields(Io& io, Record<Io, Letter>& letter) {
    io.required("sent", letter.sent);
    io.required("kind", letter.kind);
    io.optional("way", letter.way);
    io.text_unless_empty("document", letter.document);
}

template <class Io> void fields(Io& io, Record<Io, Outside_payment>& payment) {
    io.required("date", payment.date);
    io.required("amount", payment.amount);
    io.text("by", payment.by);
    io.text_unless_empty("document", payment.document);
}

template <class Io> void fields(Io& io, Record<Io, Waiver>& waiver) {
    io.required("date", waiver.date);
    io.required("part", waiver.part);
    io.required("amount", waiver.amount);
    io.text("reason", waiver.reason);
}

template <class Io> void fields(Io& io, Record<Io, Transfer>& transfer) {
    io.required("date", transfer.date);
    io.required("kind", transfer.kind);
    io.text("from", transfer.from);
    io.text_unless_empty("reference", transfer.reference);
}

template <class Io> void fields(Io& io, Record<Io, Status_change>& change) {
    io.required("date", change.date);
    io.required("status", change.status);
    io.text_unless_empty("reason", change.reason);
    io.text("user", change.user);
}

template <class Io> void fields(Io& io, Record<Io, Decision>& decision) {
    io.required("date", decision.date);
    io.text("user", decision.user);
    io.required("verdict", decision.verdict);
    io.required("computed", decision.computed);
    io.optional("reduce_to", decision.reduce_to);
    io.text_unless_empty("reason", decision.reason);
}

template <class Io> void fields(Io& io, Record<Io, Claim>& claim) {
    io.key("id", claim.id);
    io.text_unless_empty("reference", claim.reference);
    io.word("origin", claim.origin, claim_origins);
    io.optional("due", claim.due);
    io.optional("contract", claim.contract);
    io.optional("title", claim.title);
    io.word_unless_empty("privilege", claim.privilege, claim_privileges);
    io.list_unless_empty("bound", claim.bound);
    io.required("stated", claim.stated);
    io.required("principal", claim.principal);
    io.unless_zero("interest", claim.interest);
    io.unless_zero("costs", claim.costs);
    io.unless_zero("penalty", claim.penalty);
    io.list_unless_empty("items", claim.items);
    io.optional("interest_rule", claim.interest_rule);
    io.list_unless_empty("interest_stops", claim.interest_stops);
    io.optional("instalment", claim.instalment);
    io.list_unless_empty("letters", claim.letters);
    io.list_unless_empty("payments", claim.payments);
    io.list_unless_empty("waivers", claim.waivers);
    io.list_unless_empty("transfers", claim.transfers);
    io.list_unless_empty("history", claim.history);
    io.list_unless_empty("decisions", claim.decisions);
}

template <class Io> void fields(Io& io, Record<Io, Creditor>& creditor) {
    io.key("id", creditor.id);
    io.optional("enterprise_number", creditor.enterprise_number);
    io.required("payee", creditor.payee);
    io.optional("collector", creditor.collector);
    io.list("claims", creditor.claims);
}

template <class Io> void fields(Io& io, Record<Io, Cancellation>& cancellation) {
    io.required("date", cancellation.date);
    io.text("reason", cancellation.reason);
}

template <class Io> void fields(Io& io, Record<Io, Bill>& bill) {
    io.key("id", bill.id);
    io.text("name", bill.name);
    io.text("category", bill.category);
    io.required("priority", bill.priority);
    io.required("due", bill.due);
    io.required("amount", bill.amount);
    io.key("account", bill.account);
    io.key_unless_empty("pot", bill.pot);
    io.required("payee", bill.payee);
    io.communication("communication", bill.communication);
    io.required("moves", bill.moves);
    io.text("document", bill.document);
    io.text_unless_empty("claim", bill.claim);
    io.optional("cancelled", bill.cancelled);
}

template <class Io> void fields(Io& io, Record<Io, Plan_instalment>& instalment) {
    io.text("claim", instalment.claim);
    io.required("due", instalment.due);
    io.required("amount", instalment.amount);
}

template <class Io> void fields(Io& io, Record<Io, Plan_answer>& answer) {
    io.required("date", answer.date);
    io.key("creditor", answer.creditor);
    io.required("answer", answer.reply);
    io.optional("amount", answer.amount);
    io.text_unless_empty("document", answer.document);
    io.text("user", answer.user);
}

template <class Io> void fields(Io& io, Record<Io, Plan_end>& end) {
    io.required("date", end.date);
    io.text("reason", end.reason);
    io.text("user", end.user);
}

template <class Io> void fields(Io& io, Record<Io, Adopted_plan>& plan) {
    io.key("id", plan.id);
    io.text_unless_empty("name", plan.name);
    io.required("adopted", plan.adopted);
    io.text("user", plan.user);
    io.key("account", plan.account);
    io.key_unless_empty("pot", plan.pot);
    io.text("terms", plan.terms);
    io.list("instalments", plan.instalments);
    io.list_unless_empty("answers", plan.answers);
    io.optional("ended", plan.ended);
}

template <class Io> void fields(Io& io, Record<Io, Dossier>& dossier) {
    io.constant("schema", document_schema);
    io.key("number", dossier.number);
    io.required("opened", dossier.opened);
    io.optional("closed", dossier.closed);
    io.required("household", dossier.household);
    io.list("mandates", dossier.mandates);
    io.list("workers", dossier.workers);
    io.list("accounts", dossier.accounts);
    io.list("pots", dossier.pots);
    io.list("budget_lines", dossier.budget_lines);
    io.list("living_money", dossier.living_money);
    io.list("creditors", dossier.creditors);
    io.list_unless_empty("bills", dossier.bills);
    io.list_unless_empty("plans", dossier.plans);
    io.optional("course", dossier.course);
    io.optional("closing", dossier.closing);
}

} // namespace saldo::dossier
