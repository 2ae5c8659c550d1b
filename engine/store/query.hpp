#pragma once

#include "store/write_behind.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sqlite_api { // where SOCI puts the C interface of SQLite
struct sqlite3_stmt;
} // namespace sqlite_api

/// Reading row by row, and writing many rows, through the C interface of SQLite; single statements
/// go through SOCI. Rows are nearly all of the work, and SOCI copies every value into a store of
/// its own first and prepares each statement anew: it took five times as long to read.
namespace saldo::store {

class Session;

struct Finalize {
    void operator()(sqlite_api::sqlite3_stmt* statement) const noexcept;
};

using Prepared = std::unique_ptr<sqlite_api::sqlite3_stmt, Finalize>;

/// Sets a placeholder, counted from 1. A text must stay as it is until the statement has run.
void set_placeholder(sqlite_api::sqlite3_stmt& statement, int position, long long value);
void set_placeholder(sqlite_api::sqlite3_stmt& statement, int position, std::string_view value);

void set_placeholder(sqlite_api::sqlite3_stmt& statement, int position, Blob value);

/// Runs the statement to its next row; false if there is none.
bool step(sqlite_api::sqlite3_stmt& statement);

/// An absent value is NULL.
template <class T>
void set_placeholder(sqlite_api::sqlite3_stmt& statement,
                     int position,
                     const std::optional<T>& value) {
    if (value) { // else the placeholder keeps the NULL it has
        set_placeholder(statement, position, *value);
    }
}

/// A SELECT that is being read, of the book with all that was written before. While there is one,
/// rows are written at once. Its statement comes from the session and goes back to it. What runs
/// SQL here throws `soci::sqlite3_soci_error`.
class Query {
public:
    Query(Session& session, const std::string& sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    /// Fills the placeholders in order. Texts must stay as they are while the query lives.
    template <class... Values> void bind(const Values&... values) {
        int position = 0;
        (set_placeholder(*statement_, ++position, values), ...);
    }

    /// Goes to the first or next row; false if there is none.
    [[nodiscard]] bool next();

    /// A column of the row, from 0; NULL gives 0 or nothing. A view holds until the next row.
    void get(int column, long long& value) const;
    void get(int column, std::string& value) const;
    void get(int column, std::string_view& value) const;

    template <class T> [[nodiscard]] T get(int column) const {
        T value{};
        get(column, value);
        return value;
    }

private:
    Session& session_;
    std::string sql_;
    Prepared statement_;
};

/// An INSERT, UPDATE or DELETE of one row, for many rows, which may be written a little later than
/// they are given, but before anything is read. An empty text that stands for NULL is given as
/// `or_null`.
class Write {
public:
    Write(Session& session, const std::string& sql);

    /// Fills the placeholders in order.
    template <class... Values> void operator()(const Values&... values) {
        Packed_rows& rows = begin();
        (rows.add(values), ...);
        end();
    }

private:
    Packed_rows& begin();
    void end();

    Session& session_;
    std::uint32_t statement_; ///< its number in the session
};

[[nodiscard]] inline std::optional<std::string_view> or_null(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

} // namespace saldo::store
