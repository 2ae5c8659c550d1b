#include "store/migrations.hpp"

#include "base/digest.hpp"
#include "store/rows.hpp"

#include <fmt/format.h>

#include <map>
#include <vector>

namespace saldo::store {

namespace {

std::map<long long, std::string> taken_steps(Session& session) {
    std::map<long long, std::string> taken;
    each_row<long long, std::string>(
        session, "SELECT number, sha256 FROM migration ORDER BY number",
        [&](long long number, const std::string& sha256) { taken.emplace(number, sha256); });
    return taken;
}

/// Those the book has not taken. Throws if one it has taken is another here.
std::vector<Migration> steps_to_take(const std::map<long long, std::string>& taken) {
    std::vector<Migration> steps;
    for (const Migration& step : migrations()) {
        const auto found = taken.find(step.number);
        if (found == taken.end()) {
            steps.push_back(step);
        } else if (found->second != to_hex(sha256(step.sql))) {
            throw Wrong_form(fmt::format("step {} of the book's form has another content: {}",
                                         step.number, found->second));
        }
    }
    return steps;
}

/// Looks at every row of the book, so once for all steps.
void check_references(Session& session) {
    each_row<std::string, long long, std::string>(
        session, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check",
        [](const std::string& table, long long row, const std::string& parent) {
            throw Wrong_form(
                fmt::format("row {} of {} refers to no row of {}", row, table, parent));
        });
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
    const std::vector<Migration> steps = steps_to_take(taken);
    if (steps.empty()) {
        return;
    }
    session.begin(Session::Access::write);
    for (const Migration& step : steps) {
        session.run_script(std::string(step.sql));
        session.run_script(fmt::format("INSERT INTO migration VALUES ({}, '{}', '{}')", step.number,
                                       step.name, to_hex(sha256(step.sql))));
    }
    check_references(session);
    session.commit();
}

} // namespace saldo::store
