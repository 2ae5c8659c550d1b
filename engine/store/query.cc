#include "store/query.hpp"

#include "store/session.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

namespace saldo::store {

namespace {

void check(sqlite_api::sqlite3_stmt& statement, int result, int wanted) {
    if (result != wanted) {
        sqlite_api::sqlite3* connection = sqlite_api::sqlite3_db_handle(&statement);
        throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(connection), result);
    }
}

} // namespace

bool step(sqlite_api::sqlite3_stmt& statement) {
    const int result = sqlite_api::sqlite3_step(&statement);
    if (result == SQLITE_ROW) {
        return true;
    }
    check(statement, result, SQLITE_DONE);
    return false;
}

void set_placeholder(sqlite_api::sqlite3_stmt& statement, int position, long long value) {
    check(statement, sqlite_api::sqlite3_bind_int64(&statement, position, value), SQLITE_OK);
}

void set_placeholder(sqlite_api::sqlite3_stmt& statement, int position, std::string_view value) {
    // A view of nothing would be bound as NULL.
    const char* text = value.data() == nullptr ? "" : value.data();
    check(statement,
          sqlite_api::sqlite3_bind_text64(&statement, position, text, value.size(), nullptr,
                                          SQLITE_UTF8),
          SQLITE_OK);
}

void set_placeholder(sqlite_api::sqlite3_stmt& statement, int position, Blob value) {
    check(statement,
          sqlite_api::sqlite3_bind_blob64(&statement, position, value.bytes.data(),
                                          value.bytes.size(), nullptr),
          SQLITE_OK);
}

void Finalize::operator()(sqlite_api::sqlite3_stmt* statement) const noexcept {
    sqlite_api::sqlite3_finalize(statement);
}

Query::Query(Session& session, const std::string& sql)
    : session_(session), sql_(sql), statement_(session.prepared(sql)) {
    session_.begin_reading();
}

Query::~Query() {
    sqlite_api::sqlite3_reset(statement_.get());
    sqlite_api::sqlite3_clear_bindings(statement_.get());
    session_.keep(std::move(sql_), std::move(statement_));
    session_.end_reading();
}

bool Query::next() {
    return step(*statement_);
}

Write::Write(Session& session, const std::string& sql)
    : session_(session), statement_(session.writing(sql)) {}

Packed_rows& Write::begin() {
    Packed_rows& rows = session_.rows().rows();
    rows.begin(statement_);
    return rows;
}

void Write::end() {
    session_.rows().given(session_.is_reading());
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
