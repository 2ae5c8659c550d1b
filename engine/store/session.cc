#include "store/session.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <filesystem>

namespace saldo::store {

namespace {

sqlite_api::sqlite3* connection(soci::session& session) {
    return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

} // namespace

Session::Session(const std::string& path, bool create) {
    // Threads use a connection one after the other, never at once: without its own locks SQLite
    // does a tenth less. Has no effect after the first connection of the process, nor if another
    // library was earlier.
    sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); // nobody asks; it locks at each malloc
    if (!create && !std::filesystem::exists(path)) {
        throw soci::soci_error("no book at " + path);
    }
    if (path.find('"') != std::string::npos) {
        throw soci::soci_error("a quote in the name of the book: " + path);
    }
    // SOCI leaks a connection whose first statement fails, so it is left without one: the first
    // statement is ours.
    sql_.open(soci::sqlite3, "dbname=\"" + path + "\" timeout=30");
    run_script("PRAGMA synchronous = FULL; PRAGMA cache_size = -8192;"
               "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;");
}

void Session::begin(Access access) {
    run_script(access == Access::write ? "BEGIN IMMEDIATE" : "BEGIN");
    in_transaction_ = true;
}

void Session::commit() {
    run_script("COMMIT");
    in_transaction_ = false;
}

void Session::roll_back() noexcept {
    if (!in_transaction_) {
        return;
    }
    in_transaction_ = false;
    rows_.abandon();
    // A failed rollback leaves the journal; the next opening of the file rolls back with it.
    sqlite_api::sqlite3_exec(connection(sql_), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Session::run_script(const std::string& script) {
    rows_.settle();
    char* message = nullptr;
    const int result =
        sqlite_api::sqlite3_exec(connection(sql_), script.c_str(), nullptr, nullptr, &message);
    if (result != SQLITE_OK) {
        const std::string text = message != nullptr ? message : "no message";
        sqlite_api::sqlite3_free(message);
        throw soci::sqlite3_soci_error(text, result);
    }
}

Prepared Session::prepare(const std::string& sql) {
    sqlite_api::sqlite3_stmt* statement = nullptr;
    const int result = sqlite_api::sqlite3_prepare_v2(
        connection(sql_), sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr);
    if (result != SQLITE_OK) {
        throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(connection(sql_)), result);
    }
    return Prepared(statement);
}

Prepared Session::prepared(const std::string& sql) {
    rows_.settle();
    if (auto found = kept_.extract(sql); !found.empty()) {
        return std::move(found.mapped());
    }
    return prepare(sql);
}

void Session::keep(std::string sql, Prepared statement) {
    kept_.insert_or_assign(std::move(sql), std::move(statement));
}

std::uint32_t Session::writing(const std::string& sql) {
    rows_.settle(); // nobody looks for a statement while one is added
    const auto found = std::ranges::find(writings_, sql, &Writing::sql);
    const auto number = static_cast<std::uint32_t>(found - writings_.begin());
    if (found == writings_.end()) {
        writings_.push_back({sql, {}});
    }
    return number;
}

/// Runs the statement of each row. Whatever comes of one, the next finds it as it was.
class Session::Row_writer {
public:
    explicit Row_writer(Session& session) : session_(session) {}

    ~Row_writer() { make_ready(); }

    Row_writer(const Row_writer&) = delete;
    Row_writer& operator=(const Row_writer&) = delete;

    void begin(std::uint32_t number) {
        Writing& writing = session_.writings_[number];
        if (!writing.statement) {
            writing.statement = session_.prepare(writing.sql);
        }
        statement_ = writing.statement.get();
    }

    template <class Value> void value(int position, Value value) {
        set_placeholder(*statement_, position, value);
    }

    void end() {
        step(*statement_);
        make_ready();
    }

private:
    void make_ready() {
        if (statement_ != nullptr) {
            sqlite_api::sqlite3_reset(statement_);
            sqlite_api::sqlite3_clear_bindings(statement_);
            statement_ = nullptr;
        }
    }

    Session& session_;
    sqlite_api::sqlite3_stmt* statement_ = nullptr;
};

void Session::write(const Packed_rows& rows) {
    Row_writer writer(*this);
    rows.visit(writer);
}

} // namespace saldo::store
