#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What the office does for a tenant on a list of arrears: a document of the form
/// schemas/json/arrears_procedure.schema.json.
namespace saldo::arrears {

struct Procedure_step {
    std::string key;
    std::string name;
    std::uint32_t level = 1; ///< the how manieth list in a row brings it
    int days = 0;            ///< after the day of that list
    std::string who;
};

struct Procedure {
    std::vector<Procedure_step> steps; ///< at least one; levels rise from 1 without a gap
};

/// The built-in document, and the text of its schema.
[[nodiscard]] std::string_view standard_procedure();
[[nodiscard]] std::string_view procedure_schema();

/// Reads a document from outside: its form, then arrears.said_twice for the key of a step that
/// stands there twice, and arrears.level_wrong for a level that falls or leaves one out.
[[nodiscard]] Result<Procedure> read_procedure(std::string_view json);

/// The steps that the n-th list in a row brings, n from 1: beyond the last level those of the last.
[[nodiscard]] std::vector<Procedure_step> steps_of(const Procedure& procedure, std::size_t list);

/// The step of that key, or null.
[[nodiscard]] const Procedure_step* find_step(const Procedure& procedure, std::string_view key);

} // namespace saldo::arrears
