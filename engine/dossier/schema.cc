#include "dossier/schema.hpp"

#include "dossier/codes.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <array>
#include <memory>

namespace saldo::dossier {

namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// The schema, parsed once: it costs as much as reading a hundred documents.
const valijson::Schema& schema_of_documents() {
    static const auto parsed = [] {
        const auto json = nlohmann::json::parse(schema_text());
        auto made = std::make_unique<valijson::Schema>();
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(Adapter(json), *made);
        return made;
    }();
    return *parsed;
}

/// Errors that only say that a part has errors, which stand in the list themselves, and errors
/// about fields the form does not know.
bool is_told_elsewhere(std::string_view reason) {
    constexpr std::array<std::string_view, 6> beginnings{
        "Object contains a property that could not be validated",
        "Target should not validate against schema specified in 'not' constraint",
        "Failed to validate item #",
        "Failed to validate against schema associated with property",
        "Failed to validate against a conditional schema",
        "Failed to validate against child schema"};
    return std::ranges::any_of(beginnings, [&](std::string_view beginning) {
        return reason.substr(0, beginning.size()) == beginning;
    });
}

/// The validator's way, `<root>`, `[accounts]`, `[0]`, as a JSON pointer.
std::string pointer(const std::vector<std::string>& context) {
    std::string text;
    for (std::size_t i = 1; i < context.size(); ++i) {
        text += '/';
        text += context[i].substr(1, context[i].size() - 2);
    }
    return text;
}

} // namespace

Findings check_schema(std::string_view json) {
    const auto document = nlohmann::json::parse(json);
    valijson::Validator validator;
    valijson::ValidationResults results;
    Findings findings;
    if (!validator.validate(schema_of_documents(), Adapter(document), &results)) {
        for (const auto& error : results) {
            if (!is_told_elsewhere(error.description)) {
                findings.push_back({schema,
                                    Severity::error,
                                    {{}, 0, pointer(error.context)},
                                    {{"reason", error.description}}});
            }
        }
    }
    return findings;
}

} // namespace saldo::dossier
