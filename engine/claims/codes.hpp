#pragma once

#include "base/code.hpp"

namespace saldo::claims {

inline constexpr Code old_contract{"claims.old_contract"};
inline constexpr Code several_reminders_free{"claims.several_reminders_free"};

} // namespace saldo::claims
