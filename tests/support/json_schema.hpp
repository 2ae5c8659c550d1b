#pragma once

#include "support/shared.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace saldo::test {

/// Reads `schemas/json/<name>.schema.json`.
inline void load(valijson::Schema& schema, const std::string& name) {
    const auto path = source_folder() / "schemas/json" / (name + ".schema.json");
    const nlohmann::json text = nlohmann::json::parse(read_file(path));
    const valijson::adapters::NlohmannJsonAdapter adapter(text);
    valijson::SchemaParser().populateSchema(adapter, schema);
}

/// One line per violation: JSON pointer-like context and reason.
inline std::string violations(const valijson::Schema& schema, const nlohmann::json& document) {
    valijson::Validator validator;
    valijson::ValidationResults results;
    const valijson::adapters::NlohmannJsonAdapter adapter(document);
    std::string text;
    if (!validator.validate(schema, adapter, &results)) {
        for (valijson::ValidationResults::Error error; results.popError(error);) {
            for (const std::string& step : error.context) {
                text += step;
            }
            text += ": " + error.description + "\n";
        }
    }
    return text;
}

} // namespace saldo::test
