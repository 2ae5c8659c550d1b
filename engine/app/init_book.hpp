#pragma once

#include "app/desk.hpp"

namespace saldo::app {

/// Makes an empty book that of an office. Refuses app.not_an_office_code: the code stands in
/// payment ids, so it is 1 to 8 capital letters or digits.
[[nodiscard]] Result<Done> init_book(Desk& desk, const Office& office);

} // namespace saldo::app
