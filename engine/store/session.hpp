#pragma once

#include "store/query.hpp"

#include <soci/soci.h>

#include <deque>
#include <string>
#include <unordered_map>

namespace saldo::store {

/// The connection to one book and its current transaction.
class Session {
public:
    enum class Access { read, write };

    /// Opens the file; it must exist unless `create`. Throws `soci::soci_error`.
    Session(const std::string& path, bool create);

    /// For a single statement, after all rows that were given.
    [[nodiscard]] soci::session& sql() {
        rows_.settle();
        return sql_;
    }

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

    /// The number under which rows are given to this statement.
    [[nodiscard]] std::uint32_t writing(const std::string& sql);

    [[nodiscard]] Write_behind& rows() { return rows_; }

    void begin_reading() { ++readers_; }

    void end_reading() { --readers_; }

    [[nodiscard]] bool is_reading() const { return readers_ > 0; }

private:
    /// A statement that writes rows; prepared when the first comes, by who writes it.
    struct Writing {
        std::string sql;
        Prepared statement;
    };

    class Row_writer;

    [[nodiscard]] Prepared prepare(const std::string& sql);
    void write(const Packed_rows& rows);

    soci::session sql_;
    std::unordered_map<std::string, Prepared> kept_; ///< gone before the connection
    std::deque<Writing> writings_;                   ///< their places do not change
    int readers_ = 0;
    bool in_transaction_ = false;
    Write_behind rows_{[this](const Packed_rows& rows) { write(rows); }}; ///< stops first
};

} // namespace saldo::store
