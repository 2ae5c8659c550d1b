#include "store/migrations.hpp"

#include "base/digest.hpp"
#include "store/rows.hpp"

#include <fmt/format.h>

#include <map>

namespace saldo::store {

namespace {

std::map<long long, std::string> taken_steps(Session& session) {
    std::map<long long, std::string> taken;
    each_row<long long, std::string>(
        session, "SELECT number, sha256 FROM migration ORDER BY number",
        [&](long long number, const std::string& sha256) { taken.emplace(number, sha256); });
    return taken;
}

} // namespace

void migrate(Session& session) {
    session.run_script("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, "
                       "name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT");
    const auto taken = taken_steps(session);
    if (!taken.empty() && taken.rbegin()->first > migrations().back().number) {
        throw Wrong_form(fmt::format("the book has form {}, this program knows {}",
                                     taken.rbegin()->first, migrations().back().number));
    }
    for (const Migration& step : migrations()) {
        const std::string sha256 = to_hex(saldo::sha256(step.sql));
        if (const auto found = taken.find(step.number); found != taken.end()) {
            if (found->second != sha256) {
                throw Wrong_form(fmt::format("step {} of the book's form has another content: {}",
                                             step.number, found->second));
            }
            continue;
        }
        session.begin(Session::Access::write);
        session.run_script(std::string(step.sql));
        each_row<std::string, long long, std::string>(
            session, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check",
            [&](const std::string& table, long long row, const std::string& parent) {
                throw Wrong_form(fmt::format("step {}: row {} of {} refers to no row of {}",
                                             step.name, row, table, parent));
            });
        session.run_script(fmt::format("INSERT INTO migration VALUES ({}, '{}', '{}')", step.number,
                                       step.name, sha256));
        session.commit();
    }
}

} // namespace saldo::store
