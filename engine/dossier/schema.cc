#include "dossier/schema.hpp"

#include "dossier/codes.hpp"
#include "dossier/tree.hpp"

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

constexpr std::string_view stranger = "Object contains a property that could not be validated";

/// The field that the form does not know, which such an error names last: `…: 'name'.`
std::string stranger_named(const std::string& error) {
    constexpr std::string_view before_name = ": '";
    const std::size_t begin = error.find(before_name) + before_name.size();
    return error.substr(begin, error.size() - begin - 2);
}

/// Errors that only say that a part has errors, which stand in the list themselves.
bool is_told_elsewhere(std::string_view reason) {
    constexpr std::array<std::string_view, 5> beginnings{
        "Target should not validate against schema specified in 'not' constraint",
        "Failed to validate item #", "Failed to validate against schema associated with property",
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

struct Form::Parsed {
    valijson::Schema form;
};

Form::Form(std::string_view text) : parsed_(std::make_unique<Parsed>()) {
    const auto json = nlohmann::json::parse(text);
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(Adapter(json), parsed_->form);
}

Form::~Form() = default;

Findings Form::check(std::string_view json, Strangers strangers) const {
    const auto document = nlohmann::json::parse(json);
    valijson::Validator validator;
    valijson::ValidationResults results;
    Findings findings;
    if (validator.validate(parsed_->form, Adapter(document), &results)) {
        return findings;
    }
    for (const auto& error : results) {
        const bool is_stranger = error.description.starts_with(stranger);
        const bool is_left_out = strangers == Strangers::left_out && is_stranger;
        if (!is_left_out && !is_told_elsewhere(error.description)) {
            std::string place = pointer(error.context);
            if (is_stranger) {
                place += "/" + escaped(stranger_named(error.description));
            }
            findings.push_back({schema,
                                Severity::error,
                                {{}, 0, std::move(place)},
                                {{"reason", error.description}}});
        }
    }
    return findings;
}

Findings check_schema(std::string_view json) {
    static const Form form(schema_text());
    return form.check(json, Form::Strangers::left_out);
}

} // namespace saldo::dossier
