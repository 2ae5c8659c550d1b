#include "store/journal.hpp"

#include "store/columns.hpp"

/// Queries of one dossier ask for the order in which its index has the rows: that of codes, of
/// numbers, of states. Any other order would be sorted for each dossier.
namespace saldo::store {

namespace {

auto collect_balances(std::vector<app::Balance_row>& rows) {
    return [&rows](long long account, long long cents) {
        rows.push_back({{account}, Money::cents(cents)});
    };
}

/// One row per posting, with its entry.
const std::string entry_columns =
    "SELECT e.number, e.kind, e.date, e.reason, e.note, e.origin, e.movement_id, e.run_line_id, "
    "e.reverses, e.user, e.as_of, e.digest, p.ledger_account_id, p.cents, p.due "
    "FROM entry e JOIN posting p ON p.entry_id = e.id WHERE ";

template <class Tag> std::optional<Id<Tag>> maybe_id(long long value) {
    return value == 0 ? std::nullopt : std::optional(Id<Tag>{value});
}

/// Reads the entry of a row, without postings, over the one before, whose memory it takes over.
void read_entry(const Query& row, std::optional<app::Entry>& entry) {
    using Number = long long;
    using View = std::string_view;
    const Date date = date_of(row.get<View>(2));
    const Date as_of = date_of(row.get<View>(10));
    if (!entry) {
        entry = app::Entry{0, {{}, date, {}, {}, {}, {}, {}, 0, {}}, {"", as_of}, {}};
    }
    ledger::Draft& draft = entry->draft;
    entry->number = unsigned_of<std::uint64_t>(row.get<Number>(0));
    draft.kind = undamaged(ledger::entry_kind_from(row.get<View>(1)), "kind of entry");
    draft.date = date;
    draft.reason = row.get<View>(3);
    draft.note = row.get<View>(4);
    draft.origin = row.get<View>(5);
    draft.movement = maybe_id<Movement_tag>(row.get<Number>(6));
    draft.run_line = maybe_id<Run_line_tag>(row.get<Number>(7));
    draft.reverses = unsigned_of<std::uint64_t>(row.get<Number>(8));
    draft.postings.clear();
    entry->actor.user = row.get<View>(9);
    entry->actor.as_of = as_of;
    entry->digest = digest_of(row.get<View>(11));
}

} // namespace

Stored_journal::Stored_journal(Session& session, std::function<void()> before_entries)
    : session_(session), before_entries_(std::move(before_entries)),
      entries_(session.sql(),
               "INSERT INTO entry (id, dossier_id, number, kind, date, reason, note, origin, "
               "movement_id, run_line_id, reverses, user, as_of, digest) VALUES (:id, :dossier, "
               ":number, :kind, :date, :reason, :note, :origin, NULLIF(:movement, 0), "
               "NULLIF(:run_line, 0), :reverses, :user, :as_of, :digest)"),
      postings_(session.sql(),
                "INSERT INTO posting (entry_id, position, ledger_account_id, cents, due) VALUES "
                "(:entry, :position, :account, :cents, NULLIF(:due, ''))"),
      balances_(session.sql(),
                "INSERT INTO balance (ledger_account_id, cents) VALUES "
                "(:account, :cents) ON CONFLICT (ledger_account_id) DO UPDATE "
                "SET cents = cents + excluded.cents") {
    session_.sql() << "SELECT coalesce(max(id), 0) FROM entry", soci::into(last_entry_);
    session_.sql() << "SELECT coalesce(max(id), 0) FROM ledger_account", soci::into(last_account_);
}

ledger::Chart& Stored_journal::chart(Dossier_id dossier) {
    std::unique_ptr<ledger::Chart>& chart = charts_[dossier];
    if (!chart) {
        chart = std::make_unique<ledger::Chart>();
        each_row<Number, Text, Text, Text>(
            session_,
            "SELECT id, kind, code, bank_account_key FROM ledger_account "
            "WHERE dossier_id = :dossier ORDER BY code",
            [&](Number id, const Text& kind, Text& code, Text& bank_account) {
                chart->add({{id},
                            undamaged(ledger::kind_from(kind), "kind of ledger account"),
                            std::move(code),
                            std::move(bank_account)});
            },
            static_cast<Number>(dossier.value));
    }
    return *chart;
}

void Stored_journal::add_account(Dossier_id dossier,
                                 ledger::Kind kind,
                                 std::string_view code,
                                 std::string_view bank_account) {
    const Number id = ++last_account_;
    const Number owner = dossier.value;
    const Text kind_name(ledger::name(kind));
    const Text code_text(code);
    const Text bank_text(bank_account);
    session_.sql() << "INSERT INTO ledger_account (id, dossier_id, kind, code, bank_account_key) "
                      "VALUES (:id, :dossier, :kind, :code, :bank_account)",
        soci::use(id), soci::use(owner), soci::use(kind_name), soci::use(code_text),
        soci::use(bank_text);
    if (const auto found = charts_.find(dossier); found != charts_.end()) {
        found->second->add({{id}, kind, code_text, bank_text});
    }
}

app::Head Stored_journal::head(Dossier_id dossier) {
    if (const auto found = heads_.find(dossier); found != heads_.end()) {
        return found->second;
    }
    app::Head head;
    each_row<Number, Text>(
        session_,
        "SELECT number, digest FROM entry WHERE dossier_id = :dossier ORDER BY number DESC LIMIT 1",
        [&](Number number, const Text& digest) {
            head = {unsigned_of<std::uint64_t>(number), digest_of(digest)};
        },
        static_cast<Number>(dossier.value));
    return heads_[dossier] = head;
}

void Stored_journal::append(Dossier_id dossier, const app::Entry& entry) {
    const ledger::Draft& draft = entry.draft;
    const Number id = ++last_entry_;
    heads_[dossier] = {entry.number, entry.digest};
    held_.insert(dossier);
    bool full = entries_.add(id, dossier.value, static_cast<Number>(entry.number),
                             ledger::name(draft.kind), column(draft.date), draft.reason, draft.note,
                             draft.origin, draft.movement ? draft.movement->value : 0,
                             draft.run_line ? draft.run_line->value : 0,
                             static_cast<Number>(draft.reverses), entry.actor.user,
                             column(entry.actor.as_of), to_hex(entry.digest));
    Number position = 0;
    for (const ledger::Posting& posting : draft.postings) {
        const Number account = posting.account->id.value;
        full |= postings_.add(id, ++position, account, posting.amount.cents(), column(posting.due));
        changes_[account] += posting.amount.cents();
    }
    if (full) {
        before_entries_();
        entries_.flush();
        postings_.flush();
    }
}

std::vector<app::Balance_row> Stored_journal::balances(Dossier_id dossier) {
    std::vector<app::Balance_row> rows;
    each_row<Number, Number>(
        session_,
        "SELECT a.id, coalesce(b.cents, 0) FROM ledger_account a "
        "LEFT JOIN balance b ON b.ledger_account_id = a.id "
        "WHERE a.dossier_id = :dossier ORDER BY a.code",
        [&](Number account, Number cents) {
            const auto change = changes_.find(account);
            const Money held = Money::cents(change == changes_.end() ? Number{0} : change->second);
            rows.push_back({{account}, Money::cents(cents) + held});
        },
        static_cast<Number>(dossier.value));
    return rows;
}

std::vector<app::Balance_row> Stored_journal::all_balances() {
    flush();
    std::vector<app::Balance_row> rows;
    each_row<Number, Number>(session_,
                             "SELECT ledger_account_id, cents FROM balance "
                             "ORDER BY ledger_account_id",
                             collect_balances(rows));
    return rows;
}

std::vector<app::Balance_row> Stored_journal::recomputed_balances() {
    flush();
    std::vector<app::Balance_row> rows;
    each_row<Number, Number>(session_,
                             "SELECT ledger_account_id, sum(cents) FROM posting "
                             "GROUP BY ledger_account_id ORDER BY ledger_account_id",
                             collect_balances(rows));
    return rows;
}

std::vector<app::Settled_row> Stored_journal::settled(Dossier_id dossier, Date from) {
    flush_if_held(dossier);
    std::vector<app::Settled_row> rows;
    each_row<Number, Text, Number>(
        session_,
        "SELECT p.ledger_account_id, p.due, sum(p.cents) FROM ledger_account a "
        "JOIN posting p ON p.ledger_account_id = a.id "
        "WHERE a.dossier_id = :dossier AND p.due >= :from GROUP BY a.code, p.due",
        [&](Number account, const Text& due, Number cents) {
            rows.push_back({{account}, date_of(due), Money::cents(cents)});
        },
        static_cast<Number>(dossier.value), column(from));
    return rows;
}

std::optional<app::Entry> Stored_journal::order_entry(Dossier_id dossier, Run_line_id line) {
    std::optional<app::Entry> order;
    collect_entries(dossier, "e.run_line_id = :line AND e.kind = 'order'", line.value,
                    [&](const app::Entry& entry) { order = entry; });
    return order;
}

void Stored_journal::each_entry(Dossier_id dossier,
                                const std::function<void(const app::Entry&)>& visit) {
    collect_entries(dossier, "e.dossier_id = :dossier", dossier.value, visit);
}

void Stored_journal::collect_entries(Dossier_id dossier,
                                     const std::string& condition,
                                     Number argument,
                                     const std::function<void(const app::Entry&)>& visit) {
    flush_if_held(dossier);
    const ledger::Chart& accounts = chart(dossier);
    Query query(session_, entry_columns + condition + " ORDER BY e.number, p.position");
    query.bind(argument);
    std::optional<app::Entry> current;
    Number current_number = 0;
    while (query.next()) {
        const auto number = query.get<Number>(0);
        if (number != current_number) {
            if (current) {
                visit(*current);
            }
            read_entry(query, current);
            current_number = number;
        }
        const ledger::Account* known = accounts.find(Ledger_account_id{query.get<Number>(12)});
        if (known == nullptr) {
            throw Damaged("a posting on an account of another dossier");
        }
        current->draft.postings.push_back({known, Money::cents(query.get<Number>(13)),
                                           maybe_date_of(query.get<std::string_view>(14))});
    }
    if (current) {
        visit(*current);
    }
}

void Stored_journal::flush() {
    before_entries_();
    entries_.flush();
    postings_.flush();
    for (const auto& [account, cents] : changes_) {
        if (balances_.add(account, cents)) {
            balances_.flush();
        }
    }
    balances_.flush();
    changes_.clear();
    held_.clear();
}

void Stored_journal::flush_if_held(Dossier_id dossier) {
    if (held_.contains(dossier)) {
        flush();
    }
}

} // namespace saldo::store
