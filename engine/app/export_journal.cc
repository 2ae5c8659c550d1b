#include "app/export_journal.hpp"

#include "base/invariant.hpp"

#include <fmt/format.h>

#include <iterator>

namespace saldo::app {

namespace {

std::string_view parent_of(ledger::Kind kind) {
    switch (kind) {
    case ledger::Kind::bank:
        return "assets:bank";
    case ledger::Kind::transit:
        return "assets:transit";
    case ledger::Kind::suspense:
        return "assets:suspense";
    case ledger::Kind::transfer:
        return "assets:transfer";
    case ledger::Kind::opening:
        return "equity:opening";
    case ledger::Kind::income:
        return "income";
    case ledger::Kind::expense:
        return "expenses:budget";
    case ledger::Kind::living_money:
        return "expenses:living_money";
    case ledger::Kind::debt:
        return "liabilities:debt";
    case ledger::Kind::pot:
        return "pots";
    }
    broken_contract("every kind of ledger account has a parent", __FILE__, __LINE__);
}

void write_entry(std::string& out, const std::string& dossier, const Entry& entry) {
    const ledger::Draft& draft = entry.draft;
    fmt::format_to(std::back_inserter(out), "{} ({}/{}) {} {}\n", calendar::format(draft.date),
                   dossier, entry.number, name(draft.kind), draft.reason);
    for (const ledger::Posting& posting : draft.postings) {
        // Virtual postings take no part in the sum of an entry, as pots do not.
        const bool is_virtual = posting.account->kind == ledger::Kind::pot;
        const std::string account = journal_account(dossier, *posting.account);
        fmt::format_to(std::back_inserter(out), "    {}{}{}  {} EUR\n", is_virtual ? "(" : "",
                       account, is_virtual ? ")" : "", format(posting.amount));
    }
    out += '\n';
}

} // namespace

std::string journal_account(const std::string& dossier, const ledger::Account& account) {
    const std::size_t colon = account.code.find(':');
    std::string name = fmt::format("{}:{}", parent_of(account.kind), dossier);
    if (colon != std::string::npos) {
        name += account.code.substr(colon);
    }
    return name;
}

std::string export_journal(Unit_of_work& work, Journal_format format) {
    std::string out = fmt::format("; saldo, for {}\n\n",
                                  format == Journal_format::hledger ? "hledger" : "ledger");
    if (format == Journal_format::hledger) {
        out += "commodity 1000.00 EUR\n\n";
    } else {
        out += "commodity EUR\n    format 1000.00 EUR\n\n";
    }
    for (const Dossier_row& row : work.dossiers().all()) {
        work.journal().each_entry(row.id,
                                  [&](const Entry& entry) { write_entry(out, row.number, entry); });
    }
    return out;
}

} // namespace saldo::app
