#pragma once

#include "autonomy/ladder.hpp"
#include "base/result.hpp"

#include <string_view>

/// A ladder as a JSON document of the form schemas/json/ladder.schema.json.
namespace saldo::autonomy {

/// The text of that schema, and of schemas/policy/ladder.json, from which an office starts; both
/// built in.
[[nodiscard]] std::string_view ladder_schema_text();
[[nodiscard]] std::string_view standard_ladder_text();

/// Reads a document from outside: its form (dossier/check_form.hpp), then what it says:
/// autonomy.said_twice (a key, a task of a rung, a category or priority of two tasks),
/// autonomy.rung_out_of_order, autonomy.task_missing (of a rung), autonomy.key_unknown,
/// autonomy.fallback_higher. All faults of what it says are named at once, with their JSON
/// pointers.
[[nodiscard]] Result<Ladder> read_ladder(std::string_view json);

} // namespace saldo::autonomy
