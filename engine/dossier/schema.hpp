#pragma once

#include "base/finding.hpp"

#include <memory>
#include <string_view>

namespace saldo::dossier {

/// A JSON schema (draft-07) for documents of one form, parsed once: that costs as much as reading
/// a hundred documents.
class Form {
public:
    /// Fields the form does not know: told once for each object that has some, or not at all.
    enum class Strangers { told, left_out };

    explicit Form(std::string_view text);
    ~Form();
    Form(const Form&) = delete;
    Form& operator=(const Form&) = delete;

    /// Where well-formed JSON does not follow the schema: dossier.schema with the JSON pointer
    /// and, as `reason`, the rule that is broken.
    [[nodiscard]] Findings check(std::string_view json, Strangers strangers) const;

private:
    struct Parsed;

    std::unique_ptr<Parsed> parsed_;
};

/// The text of schemas/json/dossier.schema.json, built in.
[[nodiscard]] std::string_view schema_text();

/// Where well-formed JSON does not follow the schema: dossier.schema with the JSON pointer and the
/// rule that is broken. Not of fields the form does not know: the validator tells of one for each
/// object, the reader of the fields of all.
[[nodiscard]] Findings check_schema(std::string_view json);

} // namespace saldo::dossier
