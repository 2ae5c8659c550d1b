#pragma once

#include <string_view>

namespace saldo::payments::pain001 {

/// Purposes this office may state to a payee (Purp): the part of ISO 20022's external list that
/// household budgets need.
[[nodiscard]] bool is_purpose(std::string_view code);

/// Category purposes (CtgyPurp) are orders to the bank and a list of their own. Files of ours
/// hold none; these are the ones that a file may hold.
[[nodiscard]] bool is_category_purpose(std::string_view code);

} // namespace saldo::payments::pain001
