#include "app/position.hpp"

#include "app/beneficiaries.hpp"
#include "app/codes.hpp"
#include "base/invariant.hpp"
#include "dossier/document.hpp"
#include "dossier/ledger_accounts.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

/// What a line not yet exported will take from its pot, and from the free part for the rest.
void reserve(payments::Position& position, const payments::Run_line& line) {
    const budget::Occurrence& occurrence = line.proposal.occurrence;
    const std::string free = ledger::code(ledger::Kind::pot, occurrence.account);
    Money rest = line.proposal.amount;
    if (!budget::is_set_aside(occurrence) && occurrence.pot != free) {
        Money& pending = position.pending.try_emplace(occurrence.pot, Money::zero()).first->second;
        const Money has = position.pots.at(occurrence.pot) - pending;
        const Money gives = std::min(std::max(Money::zero(), has), rest);
        pending += gives;
        rest -= gives;
    }
    position.pending.try_emplace(free, Money::zero()).first->second += rest;
}

} // namespace

Result<Dossier_row> find_dossier(Unit_of_work& work, std::string_view number) {
    if (auto row = work.dossiers().find(number)) {
        return *std::move(row);
    }
    return refuse(dossier_unknown, {{"dossier", std::string(number)}});
}

Result<std::string> income_subject(const dossier::Dossier& dossier, std::string_view line) {
    const auto found = std::ranges::find(dossier.budget_lines, line, &dossier::Budget_line::id);
    if (found == dossier.budget_lines.end() || found->direction != dossier::Direction::income) {
        return refuse(income_unknown, {{"dossier", dossier.number}, {"stated", std::string(line)}});
    }
    return ledger::code(ledger::Kind::income, found->id);
}

dossier::Dossier read_kept(std::string_view document) {
    auto dossier = dossier::read_canonical(document);
    invariant(dossier.has_value(), "a document in the book can be read");
    return *std::move(dossier);
}

dossier::Dossier load_dossier(Unit_of_work& work, Dossier_id id) {
    return read_kept(work.dossiers().document(id).text);
}

std::map<std::string, Money> pot_balances(Unit_of_work& work, Dossier_id id) {
    const ledger::Chart& chart = work.journal().chart(id);
    std::map<std::string, Money> pots;
    for (const Balance_row& row : work.journal().balances(id)) {
        const ledger::Account& account = chart.at(row.account);
        if (account.kind == ledger::Kind::pot) {
            pots.emplace(account.code, row.balance);
        }
    }
    return pots;
}

payments::Position
position_of(Unit_of_work& work, const Dossier_row& row, const dossier::Dossier& dossier) {
    payments::Position position;
    position.pots = pot_balances(work, row.id);
    const std::optional<Date> first = first_opening(dossier);
    if (!first) {
        return position;
    }
    const ledger::Chart& chart = work.journal().chart(row.id);
    for (const Settled_row& settled : work.journal().settled(row.id, *first)) {
        position.settled[{chart.at(settled.account).code, settled.due}].paid = settled.amount;
    }
    for (const Refused_account& refused : refused_accounts(work, row.id)) {
        position.refused.insert(refused.iban);
    }
    for (const payments::Run_line& line : work.runs().pending_lines(row.id)) {
        const budget::Occurrence& occurrence = line.proposal.occurrence;
        position.settled[{occurrence.subject, occurrence.due}].pending += line.proposal.amount;
        reserve(position, line);
    }
    return position;
}

} // namespace saldo::app
