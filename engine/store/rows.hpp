#pragma once

#include "store/session.hpp"

#include <soci/soci.h>

#include <cstddef>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

/// Reading and writing many rows. Columns are `long long` or `std::string`;
/// an absent value is 0 or empty here and NULL in the table (COALESCE and NULLIF in the SQL).
namespace saldo::store {

inline constexpr std::size_t rows_at_once = 512;

/// Calls `visit(column…)` for each row of a query; `arguments` fill its placeholders in order. A
/// `std::string_view` column holds during the call.
template <class... Columns, class Visit, class... Arguments>
void each_row(Session& session,
              const std::string& sql,
              Visit&& visit,
              const Arguments&... arguments) {
    Query query(session, sql);
    (query.bind(arguments), ...);
    std::tuple<Columns...> columns;
    while (query.next()) {
        std::apply(
            [&](auto&... column) {
                int position = 0;
                (query.get(position++, column), ...);
                visit(column...);
            },
            columns);
    }
}

/// Collects rows and writes them together: an INSERT, UPDATE or DELETE of one row each.
template <class... Columns> class Bulk_write {
public:
    Bulk_write(soci::session& session, std::string sql) : session_(session), sql_(std::move(sql)) {
        std::apply([](auto&... column) { (column.reserve(rows_at_once), ...); }, columns_);
    }

    /// True when it is time to flush.
    template <class... Values> bool add(Values&&... values) {
        static_assert(sizeof...(Values) == sizeof...(Columns), "a value for each column");
        add_each(std::index_sequence_for<Columns...>{}, std::forward<Values>(values)...);
        return std::get<0>(columns_).size() >= rows_at_once;
    }

    void flush() {
        if (std::get<0>(columns_).empty()) {
            return;
        }
        if (!statement_) {
            statement_ = std::make_unique<soci::statement>(session_);
            statement_->alloc();
            statement_->prepare(sql_);
        }
        std::apply([&](auto&... column) { (statement_->exchange(soci::use(column)), ...); },
                   columns_);
        statement_->define_and_bind();
        statement_->execute(true);
        statement_->bind_clean_up();
        std::apply([](auto&... column) { (column.clear(), ...); }, columns_);
    }

private:
    template <std::size_t... index, class... Values>
    void add_each(std::index_sequence<index...>, Values&&... values) {
        (std::get<index>(columns_).emplace_back(std::forward<Values>(values)), ...);
    }

    soci::session& session_;
    std::string sql_;
    std::unique_ptr<soci::statement> statement_;
    std::tuple<std::vector<Columns>...> columns_;
};

} // namespace saldo::store
