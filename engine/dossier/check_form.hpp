#pragma once

#include "base/result.hpp"
#include "dossier/schema.hpp"

#include <string_view>

namespace saldo::dossier {

/// Whether a JSON text from outside is a document of the form, in three steps: the JSON itself
/// (dossier.too_large, dossier.too_deep, dossier.not_json), keys that stand twice in one object, of
/// which a reader of JSON keeps one without a word (dossier.duplicate_key), and the schema
/// (dossier.schema with the rule that is broken). A step that finds faults names all of them, with
/// their JSON pointers, and is the last.
[[nodiscard]] Result<Done> check_form(std::string_view json, const Form& form);

} // namespace saldo::dossier
