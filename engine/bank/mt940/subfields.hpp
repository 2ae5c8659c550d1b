#pragma once

#include "bank/statement.hpp"

#include <string_view>

/// `166?00GUTSCHRIFT?20EREF+...?32name` and `000>10account>20text`: a code of three digits and
/// numbered sub-fields, as German banks (DK, Anlage 3) and Triodos fill :86:.
namespace saldo::bank::mt940 {

[[nodiscard]] bool has_subfields(std::string_view text);

/// Fills the movement, but not `Communication::written`. The text must live as long as the file.
void read_subfields(std::string_view text, Movement& movement, Statement_file& file);

} // namespace saldo::bank::mt940
