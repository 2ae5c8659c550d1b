#pragma once

#include "base/code.hpp"

namespace saldo {

inline constexpr Code key_file_damaged{"base.key_file_damaged"};
inline constexpr Code passphrase_too_short{"base.passphrase_too_short"};
inline constexpr Code passphrase_wrong{"base.passphrase_wrong"};

} // namespace saldo
