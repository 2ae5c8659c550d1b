#include "store/query.hpp"

#include "store/session.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

namespace saldo::store {

void Finalize::operator()(sqlite_api::sqlite3_stmt* statement) const noexcept {
    sqlite_api::sqlite3_finalize(statement);
}

Query::Query(Session& session, const std::string& sql)
    : session_(session), sql_(sql), statement_(session.prepared(sql)) {}

Query::~Query() {
    sqlite_api::sqlite3_reset(statement_.get());
    sqlite_api::sqlite3_clear_bindings(statement_.get());
    session_.keep(std::move(sql_), std::move(statement_));
}

void Query::check(int result, int wanted) const {
    if (result != wanted) {
        sqlite_api::sqlite3* connection = sqlite_api::sqlite3_db_handle(statement_.get());
        throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(connection), result);
    }
}

void Query::bind(long long value) {
    check(sqlite_api::sqlite3_bind_int64(statement_.get(), ++bound_, value), SQLITE_OK);
}

void Query::bind(std::string_view value) {
    check(sqlite_api::sqlite3_bind_text64(statement_.get(), ++bound_, value.data(), value.size(),
                                          nullptr, SQLITE_UTF8),
          SQLITE_OK);
}

bool Query::next() {
    const int result = sqlite_api::sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) {
        return true;
    }
    check(result, SQLITE_DONE);
    return false;
}

void Query::get(int column, long long& value) const {
    value = sqlite_api::sqlite3_column_int64(statement_.get(), column);
}

void Query::get(int column, std::string& value) const {
    std::string_view view;
    get(column, view);
    value = view;
}

void Query::get(int column, std::string_view& value) const {
    // The text first: it may be converted, and then its length is that of the conversion.
    const unsigned char* text = sqlite_api::sqlite3_column_text(statement_.get(), column);
    const int length = sqlite_api::sqlite3_column_bytes(statement_.get(), column);
    value = {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)};
}

} // namespace saldo::store
