#pragma once

#include "base/finding.hpp"

#include <string_view>

namespace saldo::dossier {

/// The text of schemas/json/dossier.schema.json, built in.
[[nodiscard]] std::string_view schema_text();

/// Where well-formed JSON does not follow the schema: dossier.schema with the JSON pointer and the
/// rule that is broken. Not of fields the form does not know: the validator tells of one for each
/// object, the reader of the fields of all.
[[nodiscard]] Findings check_schema(std::string_view json);

} // namespace saldo::dossier
