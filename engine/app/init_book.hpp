#pragma once

#include "app/desk.hpp"

namespace saldo::app {

/// Makes an empty book that of an office. Refuses app.office_has_no_name.
[[nodiscard]] Result<Done> init_book(Desk& desk, const Office& office);

} // namespace saldo::app
