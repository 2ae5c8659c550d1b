#include "app/signals.hpp"

#include "app/codes.hpp"
#include "app/position.hpp"
#include "app/read_ahead.hpp"
#include "app/signal_facts.hpp"
#include "base/invariant.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace saldo::app {

namespace {

using Accounts = std::map<Dossier_id, std::vector<Account_row>>;

Accounts accounts_of(Unit_of_work& work) {
    Accounts accounts;
    for (Account_row& account : work.dossiers().accounts()) {
        accounts[account.dossier].push_back(std::move(account));
    }
    return accounts;
}

Digest identity_of(std::string_view dossier, const reconcile::Signal& signal) {
    Canonical_bytes bytes;
    bytes.start("saldo.signal.1");
    bytes.add(dossier);
    add_identity(bytes, signal);
    return sha256(bytes.bytes());
}

void add_signals(Unit_of_work& work,
                 const Dossier_row& row,
                 dossier::Dossier dossier,
                 Accounts& accounts_in_book,
                 const Signal_request& request,
                 std::vector<Signal_row>& rows) {
    const std::vector<dossier::Account> accounts = dossier.accounts;
    const Signal_reader reader(work, row, std::move(dossier), accounts_in_book[row.id],
                               request.since, request.on);
    for (reconcile::Signal& signal : reconcile::signals(reader.facts())) {
        const auto account = std::ranges::find(accounts, signal.account, &dossier::Account::id);
        invariant(account != accounts.end(), "a signal is about an account of its dossier");
        const Digest identity = identity_of(row.number, signal);
        rows.push_back({row.number, account->iban, std::move(signal), identity});
    }
}

/// What was dismissed on this day or earlier.
std::map<Digest, Dismissal> dismissals(Unit_of_work& work, Date on) {
    std::map<Digest, Dismissal> dismissals;
    work.events().each_of(signal_dismissed_event, [&](const audit::Event& event) {
        if (const auto identity = digest_from_hex(audit::fact(event, "signal"));
            identity && event.as_of <= on) {
            dismissals.insert_or_assign(
                *identity, Dismissal{{event.user, event.as_of}, audit::fact(event, "reason")});
        }
    });
    return dismissals;
}

void add_dismissals(Unit_of_work& work,
                    const Signal_request& request,
                    std::vector<Signal_row>& rows) {
    if (rows.empty()) {
        return;
    }
    const std::map<Digest, Dismissal> dismissed = dismissals(work, request.on);
    for (Signal_row& row : rows) {
        if (const auto found = dismissed.find(row.identity); found != dismissed.end()) {
            row.dismissal = found->second;
        }
    }
    if (!request.with_dismissed) {
        std::erase_if(rows, [](const Signal_row& row) { return row.dismissal.has_value(); });
    }
}

Result<std::vector<Signal_row>> all_signals(Unit_of_work& work, const Signal_request& request) {
    std::vector<Signal_row> rows;
    Accounts accounts = accounts_of(work);
    if (request.dossiers.empty()) {
        each_dossier(work, [&](const Dossier_row& row, const dossier::Dossier& dossier) {
            add_signals(work, row, dossier, accounts, request, rows);
        });
        return rows;
    }
    for (const std::string& number :
         std::set<std::string>(request.dossiers.begin(), request.dossiers.end())) {
        const auto row = find_dossier(work, number);
        if (!row) {
            return refuse(row.error());
        }
        add_signals(work, *row, load_dossier(work, row->id), accounts, request, rows);
    }
    return rows;
}

} // namespace

std::string short_id(const Signal_row& row) {
    constexpr std::size_t digits = 10;
    return to_hex(row.identity).substr(0, digits);
}

Result<std::vector<Signal_row>> signals(Unit_of_work& work, const Signal_request& request) {
    auto rows = all_signals(work, request);
    if (rows) {
        add_dismissals(work, request, *rows);
    }
    return rows;
}

std::vector<Signal_row> new_signals(Unit_of_work& work,
                                    std::span<const Imported_statement> statements) {
    if (statements.empty()) {
        return {};
    }
    std::map<std::string_view, Date> read_before;
    Signal_request request{{}, statements.front().opening_date, statements.front().closing_date};
    for (const Imported_statement& statement : statements) {
        const auto [known, added] =
            read_before.emplace(statement.account.text(), statement.opening_date);
        known->second = std::min(known->second, statement.opening_date);
        request.dossiers.push_back(statement.dossier);
        request.since = std::min(request.since, statement.opening_date);
        request.on = std::max(request.on, statement.closing_date);
    }
    auto rows = signals(work, request);
    invariant(rows.has_value(), "the dossier of an imported statement is in the book");
    std::erase_if(*rows, [&](const Signal_row& row) {
        const auto known = read_before.find(row.account.text());
        return known == read_before.end() || row.signal.date <= known->second;
    });
    return *std::move(rows);
}

} // namespace saldo::app
