// Goal: what the command answers as JSON is what schemas/json promises. Method: every golden answer
// in JSON is validated against the schema of its command.
#include "support/json_schema.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using test::load;
using test::violations;

namespace {

struct Row {
    const char* schema;
    const char* key; ///< the first key of such an answer
};

constexpr Row answers[]{{"statement_read", "files"},    {"match_show", "places"},
                        {"match_list", "suspense"},     {"match_suggest", "suggestions"},
                        {"match_rules", "match_rules"}, {"signal_list", "signals"}};

} // namespace

TEST_CASE("golden answers in JSON follow their schema") {
    for (const Row& row : answers) {
        valijson::Schema schema;
        load(schema, row.schema);
        std::size_t checked = 0;
        const auto root = test::source_folder() / "fixtures/golden";
        for (const auto& golden : std::filesystem::directory_iterator(root)) {
            const std::string out = test::read_file(golden.path() / "out");
            const auto document = nlohmann::json::parse(out, nullptr, false);
            if (!document.is_object() || !document.contains(row.key)) {
                continue;
            }
            CAPTURE(golden.path().filename());
            CHECK(violations(schema, document) == "");
            ++checked;
        }
        CAPTURE(row.schema);
        CHECK(checked > 0);
    }
}

TEST_CASE("the schema is strict") {
    valijson::Schema schema;
    load(schema, "statement_read");
    const auto file = nlohmann::json::parse(
        R"({"file":"a","sha256":null,"format":null,"findings":[],"statements":[]})");
    CHECK(violations(schema, {{"files", {file}}}) == "");
    for (const auto& [key, value] : file.items()) {
        nlohmann::json without = file;
        without.erase(key);
        CAPTURE(key);
        CHECK(violations(schema, {{"files", {without}}}) != "");
    }
    nlohmann::json with_more = file;
    with_more["surprise"] = 1;
    CHECK(violations(schema, {{"files", {with_more}}}) != "");
}
