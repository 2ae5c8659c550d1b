#pragma once

#include "store/query.hpp"

#include <string>
#include <tuple>
#include <utility>

/// Reading many rows. Columns are `long long` or texts; an absent value is 0 or empty.
namespace saldo::store {

/// Calls `visit(column…)` for each row of a query; `arguments` fill its placeholders in order. A
/// `std::string_view` column holds during the call.
template <class... Columns, class Visit, class... Arguments>
void each_row(Session& session,
              const std::string& sql,
              Visit&& visit,
              const Arguments&... arguments) {
    Query query(session, sql);
    query.bind(arguments...);
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

} // namespace saldo::store
