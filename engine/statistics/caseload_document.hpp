#pragma once

#include "base/result.hpp"
#include "statistics/caseload.hpp"

#include <string_view>

/// How an office weighs its files, as a JSON document of the form
/// schemas/json/caseload.schema.json.
namespace saldo::statistics {

/// The text of that schema, and of schemas/policy/caseload.json, from which an office starts;
/// both built in.
[[nodiscard]] std::string_view caseload_schema_text();
[[nodiscard]] std::string_view default_caseload_text();

/// Reads a document from outside: its form (dossier/check_form.hpp), then what it says:
/// statistics.value_wrong (a day or period that is none, with the code of why) and
/// statistics.said_twice (a worker with two shares on one day), with their JSON pointers.
[[nodiscard]] Result<Caseload_terms> read_caseload(std::string_view json);

} // namespace saldo::statistics
