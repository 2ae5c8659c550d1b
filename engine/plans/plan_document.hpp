#pragma once

#include "base/result.hpp"
#include "plans/plan.hpp"

/// A plan as a JSON document of the form schemas/json/plan.schema.json.
namespace saldo::plans {

/// The text of that schema, built in.
[[nodiscard]] std::string_view plan_schema_text();

/// Reads a document from outside: its form (dossier/check_form.hpp), then what it says:
/// plans.value_wrong (a day that is none, with the code of why) and what `check` finds. A step that
/// finds faults names all of them, with their JSON pointers, and is the last.
[[nodiscard]] Result<Plan> read_plan(std::string_view json);

/// The text of a document that can be read, in the one form in which it is kept: keys in order of
/// their letters, two spaces a level, a line feed at the end.
[[nodiscard]] std::string canonical_text(std::string_view json);

/// What a plan says that does not go together, with JSON pointers: plans.said_twice (the id of a
/// creditor or class, or the day of a step), plans.interest_above_balance, and of its strategy
/// plans.classes_missing and plans.classes_not_wanted, plans.class_missing and
/// plans.class_unknown (of a creditor), and plans.instalment_missing (a creditor of a class by
/// contract or agreement without an instalment above zero; a token class or a lump sum without its
/// amount); plans.rate_not_legal (a rate that is supposed after one that is not legal), and
/// plans.account_missing (a step about a budget account of which the plan says nothing).
[[nodiscard]] Findings check(const Plan& plan);

} // namespace saldo::plans
