#include "store/statements.hpp"

#include "store/columns.hpp"
#include "store/rows.hpp"

#include <algorithm>
#include <array>

namespace saldo::store {

namespace {

constexpr std::array kinds{bank::Communication::Kind::none, bank::Communication::Kind::free,
                           bank::Communication::Kind::ogm, bank::Communication::Kind::rf,
                           bank::Communication::Kind::structured};

bank::Communication::Kind kind_of(std::string_view text) {
    const auto* found = std::ranges::find(kinds, text, [](auto kind) { return bank::name(kind); });
    if (found == kinds.end()) {
        throw Damaged("unreadable kind of communication in the book");
    }
    return *found;
}

constexpr const char* movement_columns =
    "m.id, m.statement_id, m.bank_account_id, coalesce(m.total_id, 0), m.sequence, m.detail, "
    "m.booking_date, coalesce(m.value_date, ''), m.cents, m.counterparty_name, "
    "m.counterparty_account, m.counterparty_bic, m.communication_kind, m.communication_type, "
    "m.communication, m.end_to_end_id, m.mandate_id, m.bank_reference, m.transaction_code, "
    "m.return_reason, m.r_type, m.line";

/// Movements, with further columns after those of the movement.
template <class... Further, class Visit, class... Arguments>
void each_movement(Session& session,
                   const std::string& further,
                   const std::string& rest,
                   Visit&& visit,
                   const Arguments&... arguments) {
    using Text = std::string;
    using Number = long long;
    each_row<Number, Number, Number, Number, Number, Number, Text, Text, Number, Text, Text, Text,
             Text, Text, Text, Text, Text, Text, Text, Text, Text, Number, Further...>(
        session, Text("SELECT ") + movement_columns + further + " FROM " + rest,
        [&](Number id, Number statement, Number account, Number total, Number sequence,
            Number detail, const Text& booking_date, const Text& value_date, Number cents,
            Text& name, Text& number, Text& bic, const Text& kind, Text& type, Text& communication,
            Text& end_to_end_id, Text& mandate_id, Text& bank_reference, Text& transaction_code,
            Text& return_reason, const Text& r_type, Number line, Further&... further_columns) {
            app::Movement_row row{.id = {id},
                                  .statement = {statement},
                                  .account = {account},
                                  .total = {},
                                  .sequence = unsigned_of<std::uint32_t>(sequence),
                                  .detail = unsigned_of<std::uint32_t>(detail),
                                  .booking_date = date_of(booking_date),
                                  .value_date = maybe_date_of(value_date),
                                  .amount = Money::cents(cents),
                                  .counterparty_name = std::move(name),
                                  .counterparty_account = std::move(number),
                                  .counterparty_bic = std::move(bic),
                                  .communication_kind = kind_of(kind),
                                  .communication_type = std::move(type),
                                  .communication = std::move(communication),
                                  .end_to_end_id = std::move(end_to_end_id),
                                  .mandate_id = std::move(mandate_id),
                                  .bank_reference = std::move(bank_reference),
                                  .transaction_code = std::move(transaction_code),
                                  .return_reason = std::move(return_reason),
                                  .r_type = r_type.empty() ? ' ' : r_type.front(),
                                  .line = unsigned_of<std::uint64_t>(line)};
            if (total != 0) {
                row.total = Movement_id{total};
            }
            visit(std::move(row), further_columns...);
        },
        arguments...);
}

/// Movements with the dossier and account they belong to, and why they are in suspense, if so.
template <class Visit, class... Arguments>
void each_placed(Session& session,
                 const std::string& movements,
                 const std::string& rest,
                 Visit visit,
                 const Arguments&... arguments) {
    using Text = std::string;
    each_movement<long long, Text, Text, Text, Text>(
        session,
        ", d.id, d.number, a.account_key, t.bank_file_id || ':' || m.line, "
        "coalesce(s.reason, '')",
        movements +
            " JOIN statement t ON t.id = m.statement_id "
            "JOIN bank_account a ON a.id = m.bank_account_id "
            "JOIN dossier d ON d.id = a.dossier_id " +
            rest,
        [&](app::Movement_row movement, long long dossier, Text& number, Text& account,
            Text& origin, Text& reason) {
            visit({std::move(movement),
                   {{dossier}, std::move(number)},
                   std::move(account),
                   std::move(origin),
                   std::move(reason)});
        },
        arguments...);
}

app::File_row file_of(long long id,
                      const std::string& name,
                      const std::string& sha256,
                      const std::string& format,
                      long long size,
                      const std::string& as_of,
                      const std::string& user) {
    return {{id},
            name,
            digest_of(sha256),
            format,
            unsigned_of<std::uint64_t>(size),
            {user, date_of(as_of)}};
}

constexpr const char* statement_columns =
    "s.id, s.bank_file_id, s.bank_account_id, s.number, s.opening_date, s.opening, "
    "s.closing_date, s.closing, s.movements, s.line, s.coverage = 'list'";

auto collect_statements(std::vector<app::Statement_row>& rows) {
    return
        [&rows](long long id, long long file, long long account, long long number,
                const std::string& opening_date, long long opening, const std::string& closing_date,
                long long closing, long long movements, long long line, long long is_list) {
            rows.push_back({{id},
                            {file},
                            {account},
                            unsigned_of<std::uint32_t>(number),
                            date_of(opening_date),
                            Money::cents(opening),
                            date_of(closing_date),
                            Money::cents(closing),
                            unsigned_of<std::uint32_t>(movements),
                            unsigned_of<std::uint64_t>(line),
                            is_list != 0 ? bank::Coverage::list : bank::Coverage::statement});
        };
}

template <class Visit, class... Arguments>
void each_statement(Session& session,
                    const std::string& rest,
                    Visit visit,
                    const Arguments&... arguments) {
    each_row<long long, long long, long long, long long, std::string, long long, std::string,
             long long, long long, long long, long long>(
        session, std::string("SELECT ") + statement_columns + " FROM statement s " + rest, visit,
        arguments...);
}

} // namespace

Stored_statements::Stored_statements(Session& session)
    : session_(session),
      statements_(session,
                  "INSERT INTO statement (id, bank_file_id, bank_account_id, number, "
                  "opening_date, opening, closing_date, closing, movements, line, coverage) VALUES "
                  "(:id, :file, :account, :number, :opening_date, :opening, :closing_date, "
                  ":closing, :movements, :line, :coverage)"),
      movements_(session,
                 "INSERT INTO movement (id, statement_id, bank_account_id, total_id, sequence, "
                 "detail, booking_date, value_date, cents, counterparty_name, "
                 "counterparty_account, counterparty_bic, communication_kind, "
                 "communication_type, communication, end_to_end_id, mandate_id, bank_reference, "
                 "transaction_code, return_reason, r_type, line, origin_begin, origin_size) VALUES "
                 "(:id, :statement, :account, "
                 ":total, :sequence, :detail, :booking_date, :value_date, "
                 ":cents, :name, :number, :bic, :kind, :type, :communication, :end_to_end_id, "
                 ":mandate_id, :bank_reference, :transaction_code, :return_reason, :r_type, :line, "
                 ":begin, "
                 ":size)"),
      suspense_(session, "INSERT INTO suspense (movement_id, reason) VALUES (:movement, :reason)"),
      explained_(session, "DELETE FROM suspense WHERE movement_id = :movement") {
    session_.sql() << "SELECT coalesce(max(id), 0) FROM statement", soci::into(last_statement_);
    session_.sql() << "SELECT coalesce(max(id), 0) FROM movement", soci::into(last_movement_);
}

std::optional<app::File_row> Stored_statements::file(const Digest& sha256) {
    std::optional<app::File_row> row;
    each_row<Number, Text, Text, Text, Number, Text, Text>(
        session_,
        "SELECT id, name, sha256, format, size, as_of, user FROM bank_file WHERE sha256 = :sha256",
        [&](auto&... columns) { row = file_of(columns...); }, to_hex(sha256));
    return row;
}

std::vector<app::File_row> Stored_statements::files() {
    std::vector<app::File_row> rows;
    each_row<Number, Text, Text, Text, Number, Text, Text>(
        session_, "SELECT id, name, sha256, format, size, as_of, user FROM bank_file ORDER BY id",
        [&](auto&... columns) { rows.push_back(file_of(columns...)); });
    return rows;
}

File_id Stored_statements::add_file(const app::File_row& file) {
    Number id = 0;
    const Text sha256 = to_hex(file.sha256);
    const Text as_of = column(file.actor.as_of);
    const auto size = static_cast<Number>(file.size);
    session_.sql() << "SELECT coalesce(max(id), 0) + 1 FROM bank_file", soci::into(id);
    session_.sql() << "INSERT INTO bank_file (id, name, sha256, format, size, as_of, user) VALUES "
                      "(:id, :name, :sha256, :format, :size, :as_of, :user)",
        soci::use(id), soci::use(file.name), soci::use(sha256), soci::use(file.format),
        soci::use(size), soci::use(as_of), soci::use(file.actor.user);
    return {id};
}

std::vector<app::Statement_row> Stored_statements::last_statements() {
    std::vector<app::Statement_row> rows;
    each_statement(session_,
                   "WHERE s.id IN (SELECT (SELECT max(id) FROM statement t "
                   "WHERE t.bank_account_id = a.id) FROM bank_account a) "
                   "ORDER BY s.bank_account_id",
                   collect_statements(rows));
    return rows;
}

std::vector<app::Statement_row> Stored_statements::statements(std::optional<Account_id> account) {
    std::vector<app::Statement_row> rows;
    if (account) {
        each_statement(session_, "WHERE s.bank_account_id = :account ORDER BY s.id",
                       collect_statements(rows), static_cast<Number>(account->value));
    } else {
        each_statement(session_, "ORDER BY s.bank_account_id, s.id", collect_statements(rows));
    }
    return rows;
}

Statement_id Stored_statements::add_statement(const app::Statement_row& statement) {
    const Number id = ++last_statement_;
    statements_(id, statement.file.value, statement.account.value, statement.number,
                column(statement.opening_date), statement.opening.cents(),
                column(statement.closing_date), statement.closing.cents(), statement.movements,
                static_cast<Number>(statement.line),
                statement.coverage == bank::Coverage::list ? "list" : "statement");
    return {id};
}

Movement_id Stored_statements::add_movement(const bank::Movement& movement,
                                            Statement_id statement,
                                            Account_id account,
                                            Money amount,
                                            Date booking_date,
                                            std::optional<Movement_id> total) {
    const Number id = ++last_movement_;
    movements_(id, statement.value, account.value,
               total ? std::optional<Number>(total->value) : std::nullopt, movement.sequence,
               movement.detail, column(booking_date), or_null(column(movement.value_date)),
               amount.cents(), movement.counterparty.name, movement.counterparty.account,
               movement.counterparty.bic, bank::name(movement.communication.kind),
               movement.communication.type, movement.communication.text, movement.end_to_end_id,
               movement.mandate_id, movement.bank_reference, movement.transaction_code,
               movement.return_reason,
               movement.r_type == ' ' ? std::string_view() : std::string_view(&movement.r_type, 1),
               static_cast<Number>(movement.line), static_cast<Number>(movement.origin.begin),
               static_cast<Number>(movement.origin.size));
    return {id};
}

std::vector<app::Movement_row> Stored_statements::movements(Statement_id statement) {
    std::vector<app::Movement_row> rows;
    each_movement(
        session_, "", "movement m WHERE m.statement_id = :statement ORDER BY m.id",
        [&](app::Movement_row row) { rows.push_back(std::move(row)); }, Number{statement.value});
    return rows;
}

std::vector<app::Known_movement>
Stored_statements::movements_between(Account_id account, Date first, Date last) {
    std::vector<app::Known_movement> known;
    each_row<Number, View, View, Number, View, View, View, View, View, View>(
        session_,
        "SELECT m.id, m.booking_date, m.value_date, m.cents, m.counterparty_account, "
        "m.end_to_end_id, m.communication_kind, m.communication, m.bank_reference, f.format "
        "FROM statement s JOIN movement m ON m.statement_id = s.id "
        "JOIN bank_file f ON f.id = s.bank_file_id WHERE s.bank_account_id = :account "
        "AND m.total_id IS NULL AND m.booking_date BETWEEN :first AND :last ORDER BY m.id",
        [&](Number id, View booking_date, View value_date, Number cents, View number,
            View end_to_end_id, View kind, View communication, View bank_reference, View format) {
            bank::Movement movement;
            movement.value_date = maybe_date_of(value_date);
            movement.booking_date = date_of(booking_date);
            movement.amount = bank::to_amount(Money::cents(cents));
            movement.counterparty.account = number;
            movement.end_to_end_id = end_to_end_id;
            movement.communication.kind = kind_of(kind);
            movement.communication.text = communication;
            movement.bank_reference = bank_reference;
            known.push_back({{id}, bank::identity_of(movement, format, *movement.booking_date)});
        },
        account.value, column(first), column(last));
    return known;
}

std::optional<app::Origin> Stored_statements::origin(Movement_id movement) {
    std::optional<app::Origin> origin;
    each_row<Number, Number, Number, Number, Number>(
        session_,
        "SELECT s.bank_file_id, s.id, m.line, m.origin_begin, m.origin_size FROM movement m "
        "JOIN statement s ON s.id = m.statement_id WHERE m.id = :movement",
        [&](Number file, Number statement, Number line, Number begin, Number size) {
            origin = {{file},
                      {statement},
                      unsigned_of<std::uint64_t>(line),
                      {unsigned_of<std::uint64_t>(begin), unsigned_of<std::uint64_t>(size)}};
        },
        movement.value);
    return origin;
}

void Stored_statements::each_movement_sum(
    const std::function<void(Statement_id, std::uint64_t, Money)>& visit) {
    each_row<Number, Number, Number>(
        session_,
        "SELECT statement_id, count(*), sum(cents) FROM movement WHERE total_id IS NULL "
        "GROUP BY statement_id",
        [&](Number statement, Number count, Number cents) {
            visit({statement}, unsigned_of<std::uint64_t>(count), Money::cents(cents));
        });
}

void Stored_statements::add_suspense(Movement_id movement, std::string_view reason) {
    suspense_(movement.value, reason);
}

void Stored_statements::remove_suspense(Movement_id movement) {
    explained_(movement.value);
}

std::vector<app::Suspense_row> Stored_statements::suspense() {
    std::vector<app::Suspense_row> rows;
    each_placed(session_, "suspense s JOIN movement m ON m.id = s.movement_id",
                "ORDER BY d.number, m.id",
                [&](app::Suspense_row row) { rows.push_back(std::move(row)); });
    return rows;
}

std::optional<app::Suspense_row> Stored_statements::find(Movement_id movement) {
    std::optional<app::Suspense_row> found;
    each_placed(
        session_, "movement m LEFT JOIN suspense s ON s.movement_id = m.id",
        "WHERE m.id = :movement", [&](app::Suspense_row row) { found = std::move(row); },
        Number{movement.value});
    return found;
}

// That a statement is of the account as well lets the book find movements by their statements, and
// not look at all there are.
void Stored_statements::each_of(Dossier_id dossier,
                                const std::function<void(const app::Suspense_row&)>& visit) {
    each_placed(session_, "movement m LEFT JOIN suspense s ON s.movement_id = m.id",
                "WHERE d.id = :dossier AND t.bank_account_id = a.id ORDER BY m.id", visit,
                Number{dossier.value});
}

void Stored_statements::each_of(Dossier_id dossier,
                                Date since,
                                const std::function<void(const app::Suspense_row&)>& visit) {
    each_placed(session_, "movement m LEFT JOIN suspense s ON s.movement_id = m.id",
                "WHERE d.id = :dossier AND t.bank_account_id = a.id AND t.closing_date >= :since "
                "ORDER BY m.id",
                visit, Number{dossier.value}, column(since));
}

void Stored_statements::each_of(Dossier_id dossier,
                                Date booked_since,
                                Money amount,
                                const std::function<void(const app::Suspense_row&)>& visit) {
    each_placed(session_, "movement m LEFT JOIN suspense s ON s.movement_id = m.id",
                "WHERE d.id = :dossier AND t.bank_account_id = a.id "
                "AND m.booking_date >= :since AND abs(m.cents) = :cents ORDER BY m.id",
                visit, Number{dossier.value}, column(booked_since), abs(amount).cents());
}

} // namespace saldo::store
