#pragma once

#include <string_view>

namespace saldo::payments::pain001 {

/// Purposes this office may state to a payee (Purp): the part of ISO 20022's external list that
/// household budgets need.
[[nodiscard]] bool is_purpose(std::string_view code);

/// Category purposes (CtgyPurp) are orders to the bank and a list of their own. A file holds none
/// unless the profile of its bank says so (files.hpp). SALA is none of them: these are not wages,
/// and the details of wages are hidden from the client's own statement.
[[nodiscard]] bool is_category_purpose(std::string_view code);

} // namespace saldo::payments::pain001
