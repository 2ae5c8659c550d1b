#pragma once

#include <soci/soci.h>

#include <string>

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

private:
    soci::session sql_;
    bool in_transaction_ = false;
};

} // namespace saldo::store
