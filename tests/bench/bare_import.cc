#include "bench/bare_import.hpp"

#include <sqlite3.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace saldo::bench {

namespace {

struct Close {
    void operator()(sqlite3* connection) const { sqlite3_close(connection); }

    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

using Connection = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

void expect(int result, int wanted, sqlite3* connection) {
    if (result != wanted) {
        throw std::runtime_error(std::string("bare import: ") + sqlite3_errmsg(connection));
    }
}

void run_script(sqlite3* connection, const char* script) {
    expect(sqlite3_exec(connection, script, nullptr, nullptr, nullptr), SQLITE_OK, connection);
}

Connection open(const std::string& path) {
    sqlite3* raw = nullptr;
    const int result = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    Connection connection(raw);
    expect(result, SQLITE_OK, raw);
    run_script(raw, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                    "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;"
                    "PRAGMA trusted_schema = OFF;");
    return connection;
}

Statement prepare(sqlite3* connection, const std::string& sql) {
    sqlite3_stmt* raw = nullptr;
    expect(sqlite3_prepare_v2(connection, sql.c_str(), -1, &raw, nullptr), SQLITE_OK, connection);
    return Statement(raw);
}

/// The rows of `select` are the arguments of `write`, in the order in which an import needs them.
struct Part {
    const char* select;
    const char* write;
};

constexpr const char* by_id = " WHERE id > (SELECT coalesce(max(id), 0) FROM main.";

constexpr std::array grown{"bank_file", "bank_file_part", "statement", "movement", "entry"};

constexpr std::array others{
    Part{"SELECT * FROM book.suspense s WHERE movement_id > "
         "(SELECT coalesce(max(id), 0) FROM main.movement)",
         "INSERT INTO suspense VALUES (?, ?)"},
    Part{"SELECT * FROM book.posting WHERE entry_id > (SELECT coalesce(max(id), 0) FROM "
         "main.entry)",
         "INSERT INTO posting VALUES (?, ?, ?, ?, ?)"},
    Part{"SELECT n.ledger_account_id, n.cents - coalesce(o.cents, 0) FROM book.balance n "
         "LEFT JOIN main.balance o USING (ledger_account_id) WHERE n.cents IS NOT o.cents",
         "INSERT INTO balance (ledger_account_id, cents) VALUES (?, ?) "
         "ON CONFLICT (ledger_account_id) DO UPDATE SET cents = cents + excluded.cents"},
    Part{"SELECT n.state, n.id FROM book.run_line n JOIN main.run_line o USING (id) "
         "WHERE n.state <> o.state",
         "UPDATE run_line SET state = ? WHERE id = ?"},
    Part{"SELECT n.state, n.id FROM book.run n JOIN main.run o USING (id) WHERE n.state <> o.state",
         "UPDATE run SET state = ? WHERE id = ?"},
    Part{"SELECT * FROM book.event WHERE number > (SELECT coalesce(max(number), 0) FROM "
         "main.event)",
         "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)"},
};

std::string insert_into(const std::string& table, int columns) {
    std::string sql = "INSERT INTO " + table + " VALUES (?";
    for (int column = 1; column < columns; ++column) {
        sql += ", ?";
    }
    return sql + ")";
}

} // namespace

Bare_import::Bare_import(const std::string& after, const std::string& before) {
    const Connection connection = open(before);
    run_script(connection.get(), ("ATTACH '" + after + "' AS book").c_str());
    const auto take = [&](const std::string& select, std::string write) {
        const Statement rows = prepare(connection.get(), select);
        const int columns = sqlite3_column_count(rows.get());
        Step step{std::move(write), static_cast<std::size_t>(columns), {}};
        while (sqlite3_step(rows.get()) == SQLITE_ROW) {
            for (int column = 0; column < columns; ++column) {
                switch (sqlite3_column_type(rows.get(), column)) {
                case SQLITE_NULL:
                    step.cells.emplace_back();
                    break;
                case SQLITE_INTEGER:
                    step.cells.emplace_back(sqlite3_column_int64(rows.get(), column));
                    break;
                case SQLITE_BLOB:
                    step.cells.emplace_back(Bytes{std::string(
                        static_cast<const char*>(sqlite3_column_blob(rows.get(), column)),
                        static_cast<std::size_t>(sqlite3_column_bytes(rows.get(), column)))});
                    break;
                default:
                    step.cells.emplace_back(std::string(
                        reinterpret_cast<const char*>(sqlite3_column_text(rows.get(), column)),
                        static_cast<std::size_t>(sqlite3_column_bytes(rows.get(), column))));
                }
            }
        }
        steps_.push_back(std::move(step));
    };
    for (const std::string table : grown) {
        const std::string select = "SELECT * FROM book." + table;
        const Statement shape = prepare(connection.get(), select);
        take(select + by_id + table + ") ORDER BY id",
             insert_into(table, sqlite3_column_count(shape.get())));
    }
    for (const Part& part : others) {
        take(part.select, part.write);
    }
}

std::uint64_t Bare_import::run(const std::string& before) const {
    std::uint64_t rows = 0;
    const Connection connection = open(before);
    run_script(connection.get(), "BEGIN IMMEDIATE");
    for (const Step& step : steps_) {
        const Statement statement = prepare(connection.get(), step.sql);
        for (std::size_t row = 0; row < step.cells.size(); row += step.columns) {
            for (std::size_t column = 0; column < step.columns; ++column) {
                const Cell& cell = step.cells[row + column];
                const int position = static_cast<int>(column) + 1;
                if (const auto* number = std::get_if<std::int64_t>(&cell)) {
                    sqlite3_bind_int64(statement.get(), position, *number);
                } else if (const auto* text = std::get_if<std::string>(&cell)) {
                    sqlite3_bind_text(statement.get(), position, text->data(),
                                      static_cast<int>(text->size()), SQLITE_STATIC);
                } else if (const auto* bytes = std::get_if<Bytes>(&cell)) {
                    sqlite3_bind_blob(statement.get(), position, bytes->value.data(),
                                      static_cast<int>(bytes->value.size()), SQLITE_STATIC);
                } else {
                    sqlite3_bind_null(statement.get(), position);
                }
            }
            expect(sqlite3_step(statement.get()), SQLITE_DONE, connection.get());
            sqlite3_reset(statement.get());
            ++rows;
        }
    }
    run_script(connection.get(), "COMMIT");
    return rows;
}

} // namespace saldo::bench
