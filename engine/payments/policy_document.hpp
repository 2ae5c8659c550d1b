#pragma once

#include "base/result.hpp"
#include "payments/policy.hpp"

#include <string>
#include <string_view>

/// A policy as a JSON document of the form schemas/json/policy.schema.json.
namespace saldo::payments {

/// The text of that schema, and of schemas/policy/default.json, from which an office starts; both
/// built in.
[[nodiscard]] std::string_view policy_schema_text();
[[nodiscard]] std::string_view default_policy_text();

/// Reads a document from outside: its form (dossier/check_form.hpp), then what it says:
/// payments.policy_value_wrong (an IBAN or share that is none, with the code of why),
/// payments.policy_said_twice (a role, act, staff or payee account that stands there twice),
/// payments.policy_role_unknown and payments.policy_right_of_nobody (a right without users and
/// roles). All faults of what it says are named at once, with their JSON pointers.
[[nodiscard]] Result<Policy> read_policy(std::string_view json);

/// The same for a text that `write_policy` made, from the book: without the schema.
[[nodiscard]] Result<Policy> read_kept_policy(std::string_view json);

/// The document of a policy: two spaces of indent, fields in the order of the schema, a newline at
/// the end. Equal policies give equal bytes, and reading them gives the policy again.
[[nodiscard]] std::string write_policy(const Policy& policy);

} // namespace saldo::payments
