#pragma once

#include "base/result.hpp"
#include "dossier/schema.hpp"

#include <string_view>

namespace saldo::payments {

/// Whether a JSON text from outside is a document of the form, in three steps: the JSON itself
/// (dossier.too_large, dossier.too_deep, dossier.not_json), keys that stand twice in one object
/// (payments.document_key_twice), and the schema (payments.document_schema with the rule that is
/// broken). A step that finds faults names all of them, with their JSON pointers, and is the last.
[[nodiscard]] Result<Done> check_document(std::string_view json, const dossier::Form& form);

} // namespace saldo::payments
