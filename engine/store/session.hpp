#pragma once

#include "store/query.hpp"

#include <soci/soci.h>

#include <string>
#include <unordered_map>

namespace saldo::store {

/// The connection to one book and its current transaction.
class Session {
public:
    enum class Access { read, write };

    /// Opens the file; it must exist unless `create`. Throws `soci::soci_error`.
    Session(const std::string& path, bool create);

    [[nodiscard]] soci::session& sql() { return sql_; }

    /// BEGIN, or BEGIN IMMEDIATE for writing, so that two writers meet at the start.
    void begin(Access access);
    void commit();
    void roll_back() noexcept;

    [[nodiscard]] bool in_transaction() const { return in_transaction_; }

    /// Runs a script of several statements.
    void run_script(const std::string& script);

    /// A statement for a `Query`: one that was kept, or a new one. Then it is the query's alone.
    [[nodiscard]] Prepared prepared(const std::string& sql);
    void keep(std::string sql, Prepared statement);

private:
    soci::session sql_;
    std::unordered_map<std::string, Prepared> kept_; ///< gone before the connection
    bool in_transaction_ = false;
};

} // namespace saldo::store
