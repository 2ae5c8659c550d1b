#include "store/journal.hpp"

#include "store/columns.hpp"
#include "store/rows.hpp"

/// Queries of one dossier ask for the order in which its index has the rows: that of codes, of
/// numbers, of states. Any other order would be sorted for each dossier.
namespace saldo::store {

namespace {

auto collect_balances(std::vector<app::Balance_row>& rows) {
    return [&rows](long long account, long long cents) {
        rows.push_back({{account}, Money::cents(cents)});
    };
}

constexpr const char* entry_columns =
    "e.id, e.dossier_id, e.number, e.kind, e.date, e.reason, e.note, e.origin, e.movement_id, "
    "e.run_line_id, e.reverses, e.user, e.as_of, e.digest";

constexpr const char* posting_columns = "p.entry_id, p.ledger_account_id, p.cents, p.due";

template <class Tag> std::optional<Id<Tag>> maybe_id(long long value) {
    return value == 0 ? std::nullopt : std::optional(Id<Tag>{value});
}

template <class Tag> std::optional<long long> value_of(std::optional<Id<Tag>> id) {
    return id ? std::optional<long long>(id->value) : std::nullopt;
}

/// Reads the entry of a row, without postings, over the one before, whose memory it takes over.
void read_entry(const Query& row, std::optional<app::Entry>& entry) {
    using Number = long long;
    using View = std::string_view;
    const Date date = date_of(row.get<View>(4));
    const Date as_of = date_of(row.get<View>(12));
    if (!entry) {
        entry = app::Entry{0, {{}, date, {}, {}, {}, {}, {}, 0, {}}, {"", as_of}, {}};
    }
    ledger::Draft& draft = entry->draft;
    entry->number = unsigned_of<std::uint64_t>(row.get<Number>(2));
    draft.kind = undamaged(ledger::entry_kind_from(row.get<View>(3)), "kind of entry");
    draft.date = date;
    draft.reason = row.get<View>(5);
    draft.note = row.get<View>(6);
    draft.origin = row.get<View>(7);
    draft.movement = maybe_id<Movement_tag>(row.get<Number>(8));
    draft.run_line = maybe_id<Run_line_tag>(row.get<Number>(9));
    draft.reverses = unsigned_of<std::uint64_t>(row.get<Number>(10));
    draft.postings.clear();
    entry->actor.user = row.get<View>(11);
    entry->actor.as_of = as_of;
    entry->digest = digest_of(row.get<View>(13));
}

} // namespace

Stored_journal::Stored_journal(Session& session)
    : session_(session),
      entries_(session,
               "INSERT INTO entry (id, dossier_id, number, kind, date, reason, note, origin, "
               "movement_id, run_line_id, reverses, user, as_of, digest) VALUES (:id, :dossier, "
               ":number, :kind, :date, :reason, :note, :origin, :movement, :run_line, :reverses, "
               ":user, :as_of, :digest)"),
      postings_(session,
                "INSERT INTO posting (entry_id, position, ledger_account_id, cents, due) VALUES "
                "(:entry, :position, :account, :cents, :due)"),
      balances_(session,
                "INSERT INTO balance (ledger_account_id, cents) VALUES "
                "(:account, :cents) ON CONFLICT (ledger_account_id) DO UPDATE "
                "SET cents = cents + excluded.cents") {
    session_.sql() << "SELECT coalesce(max(id), 0) FROM entry", soci::into(last_entry_);
    session_.sql() << "SELECT coalesce(max(id), 0) FROM ledger_account", soci::into(last_account_);
}

namespace {

void add_account_of(const Query& row, int first, ledger::Chart& chart) {
    chart.add({{row.get<long long>(first)},
               undamaged(ledger::kind_from(row.get<std::string_view>(first + 1)),
                         "kind of ledger account"),
               row.get<std::string>(first + 2),
               row.get<std::string>(first + 3)});
}

} // namespace

ledger::Chart& Stored_journal::chart(Dossier_id dossier) {
    std::unique_ptr<ledger::Chart>& chart = charts_[dossier];
    if (!chart) {
        chart = std::make_unique<ledger::Chart>();
        Query rows(session_, "SELECT id, kind, code, bank_account_key FROM ledger_account "
                             "WHERE dossier_id = :dossier ORDER BY code");
        rows.bind(dossier.value);
        while (rows.next()) {
            add_account_of(rows, 0, *chart);
        }
        std::ignore = head(dossier); // who posts needs it: read before rows wait to be written
    }
    return *chart;
}

void Stored_journal::read_all_charts() {
    std::unordered_set<Dossier_id> known;
    for (const auto& [dossier, chart] : charts_) {
        known.insert(dossier);
    }
    Query rows(session_, "SELECT dossier_id, id, kind, code, bank_account_key FROM ledger_account");
    while (rows.next()) {
        const Dossier_id dossier{rows.get<Number>(0)};
        if (!known.contains(dossier)) {
            std::unique_ptr<ledger::Chart>& chart = charts_[dossier];
            chart = chart ? std::move(chart) : std::make_unique<ledger::Chart>();
            add_account_of(rows, 1, *chart);
        }
    }
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
    entries_(id, dossier.value, static_cast<Number>(entry.number), ledger::name(draft.kind),
             column(draft.date), draft.reason, draft.note, draft.origin, value_of(draft.movement),
             value_of(draft.run_line), static_cast<Number>(draft.reverses), entry.actor.user,
             column(entry.actor.as_of), to_hex(entry.digest));
    Number position = 0;
    for (const ledger::Posting& posting : draft.postings) {
        const Number account = posting.account->id.value;
        postings_(id, ++position, account, posting.amount.cents(), or_null(column(posting.due)));
        changes_[account] += posting.amount.cents();
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
    std::vector<app::Balance_row> rows;
    each_row<Number, Number>(session_,
                             "SELECT ledger_account_id, sum(cents) FROM posting "
                             "GROUP BY ledger_account_id ORDER BY ledger_account_id",
                             collect_balances(rows));
    return rows;
}

std::vector<app::Settled_row> Stored_journal::settled(Dossier_id dossier, Date from) {
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
    collect_entries(
        "WHERE e.run_line_id = :line AND e.kind = 'order' ORDER BY e.id", true,
        [&](Dossier_id owner, const app::Entry& entry) {
            invariant(owner == dossier, "an order is booked in its own dossier");
            order = entry;
        },
        line.value);
    return order;
}

void Stored_journal::each_entry(Dossier_id dossier,
                                const std::function<void(const app::Entry&)>& visit) {
    collect_entries(
        "WHERE e.dossier_id = :dossier ORDER BY e.number", true,
        [&](Dossier_id, const app::Entry& entry) { visit(entry); }, dossier.value);
}

void Stored_journal::each_entry(Dossier_id dossier,
                                Date since,
                                const std::function<void(const app::Entry&)>& visit) {
    collect_entries(
        "WHERE e.dossier_id = :dossier AND e.date >= :since ORDER BY e.number", true,
        [&](Dossier_id, const app::Entry& entry) { visit(entry); }, dossier.value, column(since));
}

void Stored_journal::each_entry(const Visit_entry& visit) {
    read_all_charts();
    collect_entries("ORDER BY e.id", false, visit);
}

/// Entries and postings are read side by side, in the same order: each entry once, and a whole
/// book without looking anything up.
template <class... Arguments>
void Stored_journal::collect_entries(const std::string& condition,
                                     bool joined,
                                     const Visit_entry& visit,
                                     const Arguments&... arguments) {
    Query entries(session_, std::string("SELECT ") + entry_columns + " FROM entry e " + condition);
    Query postings(session_, std::string("SELECT ") + posting_columns +
                                 (joined ? " FROM entry e JOIN posting p ON p.entry_id = e.id " +
                                               condition + ", p.position"
                                         : " FROM posting p ORDER BY p.entry_id, p.position"));
    entries.bind(arguments...);
    postings.bind(arguments...);
    std::optional<app::Entry> entry;
    bool has_posting = postings.next();
    while (entries.next()) {
        const auto id = entries.get<Number>(0);
        const Dossier_id dossier{entries.get<Number>(1)};
        const ledger::Chart& accounts = chart(dossier);
        read_entry(entries, entry);
        for (; has_posting && postings.get<Number>(0) == id; has_posting = postings.next()) {
            const ledger::Account* known =
                accounts.find(Ledger_account_id{postings.get<Number>(1)});
            if (known == nullptr) {
                throw Damaged("a posting on an account of another dossier");
            }
            entry->draft.postings.push_back({known, Money::cents(postings.get<Number>(2)),
                                             maybe_date_of(postings.get<std::string_view>(3))});
        }
        visit(dossier, *entry);
    }
    if (has_posting) {
        throw Damaged("a posting without an entry");
    }
}

void Stored_journal::flush() {
    for (const auto& [account, cents] : changes_) {
        balances_(account, cents);
    }
    changes_.clear();
}

} // namespace saldo::store
