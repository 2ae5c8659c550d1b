// The lines of payment runs; runs.cc has the runs themselves and their files.
#include "base/invariant.hpp"
#include "store/columns.hpp"
#include "store/rows.hpp"
#include "store/runs.hpp"

#include <algorithm>

namespace saldo::store {

namespace {

struct Remittance_columns {
    std::string kind;
    std::string text;
};

Remittance_columns columns_of(const party::Remittance& remittance) {
    if (const auto* free = std::get_if<std::string>(&remittance)) {
        return {"free", *free};
    }
    if (const auto* ogm = std::get_if<Ogm>(&remittance)) {
        return {"ogm", ogm->digits()};
    }
    if (const auto* reference = std::get_if<Creditor_reference>(&remittance)) {
        return {"rf", std::string(reference->text())};
    }
    return {"none", ""};
}

party::Remittance remittance_of(std::string_view kind, std::string_view text) {
    if (kind == "free") {
        return std::string(text);
    }
    if (kind == "ogm") {
        return undamaged(party::parse_ogm(text), "OGM");
    }
    if (kind == "rf") {
        return undamaged(party::parse_creditor_reference(text), "creditor reference");
    }
    return std::monostate{};
}

std::string text_of(const std::optional<Iban>& iban) {
    return iban ? std::string(iban->text()) : std::string();
}

std::string text_of(const std::optional<Bic>& bic) {
    return bic ? std::string(bic->text()) : std::string();
}

party::Payee payee_of(std::string_view name, std::string_view iban, std::string_view bic) {
    return {std::string(name), iban.empty() ? std::nullopt : std::optional(iban_of(iban)),
            bic.empty() ? std::nullopt : std::optional(undamaged(party::parse_bic(bic), "BIC"))};
}

/// Payments of a dossier that the bank has and has not answered, or answered of late.
constexpr const char* is_ordered =
    "l.dossier_id = :dossier AND l.end_to_end_id <> '' "
    "AND (l.state = 'exported' OR (l.state IN ('executed', 'returned') "
    "AND l.execution_date >= :since))";

} // namespace

void Stored_runs::add_line(payments::Run_line& line) {
    const Number id = ++last_line_;
    line.id = {id};
    const payments::Proposal_line& proposal = line.proposal;
    const budget::Occurrence& occurrence = proposal.occurrence;
    const Remittance_columns remittance = columns_of(occurrence.communication);
    lines_(id, line.run.value, line.position, line.dossier.value, occurrence.subject,
           occurrence.account, occurrence.pot, static_cast<Number>(occurrence.priority),
           column(occurrence.due), proposal.amount.cents(), proposal.short_by.cents(),
           column(proposal.execution_date), occurrence.counterparty.name,
           text_of(occurrence.counterparty.iban), text_of(occurrence.counterparty.bic),
           remittance.kind, remittance.text, payments::name(proposal.decision),
           payments::name(proposal.reason), line.end_to_end_id, payments::name(line.state));
    if (proposal.goes_first || proposal.next_income) {
        add_wait(line);
    }
}

void Stored_runs::add_wait(const payments::Run_line& line) {
    const std::optional<payments::Precedence>& first = line.proposal.goes_first;
    const Text due = first ? column(first->due) : Text();
    const Text income = column(line.proposal.next_income);
    waits_(line.id.value, first ? View(first->subject) : View(), first ? View(first->name) : View(),
           or_null(due), or_null(income));
}

/// The lines are in order of their ids.
void Stored_runs::read_waits(Run_id run, std::vector<payments::Run_line>& lines) {
    auto line = lines.begin();
    each_row<Number, Text, Text, View, View>(
        session_,
        "SELECT w.run_line_id, w.first_subject, w.first_name, coalesce(w.first_due, ''), "
        "coalesce(w.next_income, '') FROM run_line l JOIN run_line_wait w ON w.run_line_id = l.id "
        "WHERE l.run_id = :run ORDER BY l.id",
        [&](Number id, Text& subject, Text& name, View due, View income) {
            line = std::ranges::find(line, lines.end(), Run_line_id{id}, &payments::Run_line::id);
            invariant(line != lines.end(), "what waits is a line of its run");
            if (const auto date = maybe_date_of(due)) {
                line->proposal.goes_first = {std::move(subject), std::move(name), *date};
            }
            line->proposal.next_income = maybe_date_of(income);
        },
        Number{run.value});
}

void Stored_runs::set_line_state(Run_line_id line, payments::Line_state state) {
    const bool is_rejected = state == payments::Line_state::rejected;
    states_(payments::name(is_rejected ? payments::Line_state::returned : state),
            Number{is_rejected ? 1 : 0}, line.value);
}

void Stored_runs::set_line_states(Run_id run,
                                  payments::Line_state of_payments,
                                  payments::Line_state of_set_asides) {
    Write(session_, "UPDATE run_line SET state = iif(end_to_end_id = '', :aside, :paid) "
                    "WHERE run_id = :run AND decision = 'in'")(
        payments::name(of_set_asides), payments::name(of_payments), Number{run.value});
}

template <class... Arguments>
std::vector<payments::Run_line> Stored_runs::lines_where(std::size_t expected,
                                                         const std::string& rest,
                                                         const Arguments&... arguments) {
    std::vector<payments::Run_line> rows;
    rows.reserve(expected);
    each_row<Number, Number, Number, Number, Text, Text, Text, Text, Number, View, Number, Number,
             View, View, View, View, View, View, View, View, Text, View>(
        session_,
        "SELECT l.id, l.run_id, l.position, l.dossier_id, d.number, l.subject, l.account_key, "
        "l.pot, l.priority, l.due, l.cents, l.short_by, l.execution_date, l.payee_name, "
        "l.payee_iban, l.payee_bic, l.remittance_kind, l.remittance, l.decision, l.reason, "
        "l.end_to_end_id, iif(l.rejected, 'rejected', "
        "iif(l.state = 'prepared' AND r.state = 'approved', 'approved', l.state)) "
        "FROM run_line l JOIN dossier d ON d.id = l.dossier_id JOIN run r ON r.id = l.run_id " +
            rest,
        [&](Number id, Number run, Number position, Number dossier, Text& dossier_number,
            Text& subject, Text& account, Text& pot, Number priority, View due, Number cents,
            Number short_by, View execution_date, View payee_name, View payee_iban, View payee_bic,
            View remittance_kind, View remittance, View decision, View reason, Text& end_to_end_id,
            View state) {
            budget::Occurrence occurrence{
                .subject = std::move(subject),
                .account = std::move(account),
                .pot = std::move(pot),
                .priority = static_cast<dossier::Priority>(priority),
                .due = date_of(due),
                .amount = Money::cents(cents),
                .counterparty = payee_of(payee_name, payee_iban, payee_bic),
                .communication = remittance_of(remittance_kind, remittance)};
            rows.push_back(
                {{id},
                 {run},
                 unsigned_of<std::uint32_t>(position),
                 {dossier},
                 std::move(dossier_number),
                 {std::move(occurrence), Money::cents(cents), date_of(execution_date),
                  undamaged(payments::decision_from(decision), "decision"),
                  undamaged(payments::reason_from(reason), "reason"), Money::cents(short_by)},
                 undamaged(payments::line_state_from(state), "state of a run line"),
                 std::move(end_to_end_id)});
        },
        arguments...);
    return rows;
}

std::vector<payments::Run_line> Stored_runs::lines(Run_id run) {
    std::size_t expected = 0;
    each_row<Number>(
        session_, "SELECT count(*) FROM run_line WHERE run_id = :run",
        [&](Number count) { expected = unsigned_of<std::size_t>(count); }, Number{run.value});
    auto found =
        lines_where(expected, "WHERE l.run_id = :run ORDER BY l.position", Number{run.value});
    read_waits(run, found);
    return found;
}

std::vector<payments::Run_line> Stored_runs::pending_lines(Dossier_id dossier) {
    return lines_where(0,
                       "WHERE l.dossier_id = :dossier AND l.state IN ('prepared', 'approved') "
                       "ORDER BY l.id",
                       Number{dossier.value});
}

std::vector<payments::Run_line> Stored_runs::ordered_lines(Dossier_id dossier, Date since) {
    return lines_where(0, Text("WHERE ") + is_ordered + " ORDER BY l.id", Number{dossier.value},
                       column(since));
}

std::vector<app::Order_row> Stored_runs::orders(Dossier_id dossier, Date since) {
    std::vector<app::Order_row> rows;
    each_row<Number, Number, Text, Text, Number, View, View, View, View, View>(
        session_,
        Text("SELECT l.id, l.run_id, l.end_to_end_id, l.account_key, l.cents, l.payee_iban, "
             "l.execution_date, l.remittance_kind, l.remittance, "
             "iif(l.rejected, 'rejected', l.state) FROM run_line l WHERE ") +
            is_ordered + " ORDER BY l.state, l.execution_date, l.id",
        [&](Number line, Number run, Text& end_to_end_id, Text& account, Number cents,
            View payee_iban, View execution_date, View remittance_kind, View remittance,
            View state) {
            rows.push_back({{line},
                            {run},
                            std::move(end_to_end_id),
                            std::move(account),
                            Money::cents(cents),
                            iban_of(payee_iban),
                            date_of(execution_date),
                            remittance_of(remittance_kind, remittance),
                            undamaged(payments::line_state_from(state), "state of a run line")});
        },
        Number{dossier.value}, column(since));
    return rows;
}

bool Stored_runs::waits_for_bank(Run_id run) {
    Number waits = 0;
    each_row<Number>(
        session_,
        "SELECT EXISTS (SELECT 1 FROM run_line WHERE run_id = :run AND state = 'exported')",
        [&](Number exists) { waits = exists; }, Number{run.value});
    return waits != 0;
}

} // namespace saldo::store
