#pragma once

#include "dossier/dossier.hpp"

#include <string>
#include <string_view>

/// A dossier as a JSON document of the form schemas/json/dossier.schema.json.
namespace saldo::dossier {

/// Reads a document from outside, in three steps: the JSON itself (dossier.too_large,
/// dossier.too_deep, dossier.not_json); its form and each value (dossier.schema and everything of
/// read_fields.hpp); what the whole says (everything of check.hpp). A step that finds faults names
/// all of them, with their JSON pointers, and is the last. No finding holds a value of the
/// document besides keys, dates and amounts.
[[nodiscard]] Result<Dossier> read_document(std::string_view json);

/// The same for a text that `write_document` made, from the book: without the schema, which costs
/// more than all the rest, with every check of its values.
[[nodiscard]] Result<Dossier> read_canonical(std::string_view json);

/// The document of a dossier: two spaces of indent, fields in the order of the schema, a newline
/// at the end. Equal dossiers give equal bytes, and reading them gives the dossier again.
[[nodiscard]] std::string write_document(const Dossier& dossier);

} // namespace saldo::dossier
