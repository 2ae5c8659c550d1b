#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace sqlite_api { // where SOCI puts the C interface of SQLite
struct sqlite3_stmt;
} // namespace sqlite_api

/// SELECTs read row by row through the C interface of SQLite. All that is written goes through
/// SOCI. But reading is most of the work, and SOCI took five times as long for it: it copies every
/// value into a store of its own first, and prepares every statement anew.
namespace saldo::store {

class Session;

struct Finalize {
    void operator()(sqlite_api::sqlite3_stmt* statement) const noexcept;
};

using Prepared = std::unique_ptr<sqlite_api::sqlite3_stmt, Finalize>;

/// A SELECT that is being read. Its statement comes from the session and goes back to it. What
/// runs SQL here throws `soci::sqlite3_soci_error`.
class Query {
public:
    Query(Session& session, const std::string& sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    /// Fills the next placeholder. A text must stay as it is while the query lives.
    void bind(long long value);
    void bind(std::string_view value);

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
    void check(int result, int wanted) const;

    Session& session_;
    std::string sql_;
    Prepared statement_;
    int bound_ = 0;
};

} // namespace saldo::store
