#include "support/json_schema.hpp"

#include "support/shared.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace saldo::test {

struct Json_schema::Read {
    valijson::Schema schema;
};

Json_schema::Json_schema(const std::string& file) : read_(std::make_unique<Read>()) {
    const nlohmann::json text =
        nlohmann::json::parse(read_file(source_folder() / "schemas" / file));
    const valijson::adapters::NlohmannJsonAdapter adapter(text);
    valijson::SchemaParser().populateSchema(adapter, read_->schema);
}

Json_schema::~Json_schema() = default;

std::string Json_schema::violations(std::string_view document) const {
    valijson::Validator validator;
    valijson::ValidationResults results;
    const nlohmann::json parsed = nlohmann::json::parse(document);
    const valijson::adapters::NlohmannJsonAdapter adapter(parsed);
    std::string text;
    if (!validator.validate(read_->schema, adapter, &results)) {
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
