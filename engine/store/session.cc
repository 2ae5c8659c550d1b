#include "store/session.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

#include <filesystem>

namespace saldo::store {

namespace {

sqlite_api::sqlite3* connection(soci::session& session) {
    return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

} // namespace

Session::Session(const std::string& path, bool create) {
    // Only one thread uses a connection: without its own locks SQLite does a tenth less. Has no
    // effect after the first connection of the process, nor if another library was earlier.
    sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    if (!create && !std::filesystem::exists(path)) {
        throw soci::soci_error("no book at " + path);
    }
    if (path.find('"') != std::string::npos) {
        throw soci::soci_error("a quote in the name of the book: " + path);
    }
    // SOCI leaks a connection whose first statement fails, so it is left without one: the first
    // statement is ours.
    sql_.open(soci::sqlite3, "dbname=\"" + path + "\" timeout=30");
    run_script("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;"
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
    // A failed rollback leaves the journal; the next opening of the file rolls back with it.
    sqlite_api::sqlite3_exec(connection(sql_), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Session::run_script(const std::string& script) {
    char* message = nullptr;
    const int result =
        sqlite_api::sqlite3_exec(connection(sql_), script.c_str(), nullptr, nullptr, &message);
    if (result != SQLITE_OK) {
        const std::string text = message != nullptr ? message : "no message";
        sqlite_api::sqlite3_free(message);
        throw soci::sqlite3_soci_error(text, result);
    }
}

Prepared Session::prepared(const std::string& sql) {
    if (auto found = kept_.extract(sql); !found.empty()) {
        return std::move(found.mapped());
    }
    sqlite_api::sqlite3_stmt* statement = nullptr;
    const int result = sqlite_api::sqlite3_prepare_v2(
        connection(sql_), sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr);
    if (result != SQLITE_OK) {
        throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(connection(sql_)), result);
    }
    return Prepared(statement);
}

void Session::keep(std::string sql, Prepared statement) {
    kept_.insert_or_assign(std::move(sql), std::move(statement));
}

} // namespace saldo::store
